import type { Random } from '../random';
import type { Life } from '../sales/life';
import { spoil } from '../seen/bad-cells';
import { signalsOf } from '../seen/signals';
import type { World } from '../world';
import { type MarketRow, rowOf } from './headers';

const SOURCES: Record<string, string> = {
  topic: 'Topic monitor',
  visit: 'Partner site',
  event: 'Event lists',
  news: 'Press review',
  hiring: 'Job boards',
  funding: 'Funding news',
  'size-change': 'Company register',
  'technology-added': 'Technology scan',
  'technology-retired': 'Technology scan',
};

/** Signals of an account; few have a planted bad cell. */
export function* signalRows(world: World, life: Life, dirt: Random): Iterable<MarketRow> {
  const { text } = world.calendar;
  const account = life.company.id;
  for (const [number, signal] of signalsOf(world, life).entries()) {
    const id = `${account}-G${number + 1}`;
    const cells: Record<string, string> = {
      signal_id: id,
      account_id: account,
      kind: signal.kind,
      topic: signal.topic,
      date: text(signal.day),
      seen_on: signal.seenOn === signal.day ? '' : text(signal.seenOn),
      strength: String(signal.strength),
      source: SOURCES[signal.kind]!,
      url: signal.kind === 'visit' ? '' : `https://signals.example/${signal.kind}/${id.toLowerCase()}`,
    };
    const bad = spoil(dirt, 'signals', cells);
    yield rowOf('signals', cells, bad);
  }
}
