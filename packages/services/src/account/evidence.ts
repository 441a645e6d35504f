import { dayNumber, type Fact, type FactSource } from '@ascent/schemas';
import type { TenantReader } from '@ascent/warehouse';
import type { Known } from './known';

/** A signal behind a driver. Days are ISO; `url` only where it leads to the web. */
export type Evidence = {
  id: string;
  day: string;
  kind: string;
  topic: string;
  strength: number;
  source: string;
  url: string | null;
};
/** `seen`: the day from which it counts. */
export type Signal = Evidence & { seen: string };

const EVIDENCE_MAX = 5;
/** Of one account; older ones stand behind no driver's newest five. */
const SIGNALS_MAX = 1000;
/** A fading signal counts for nothing after so many half-lives. */
const HALF_LIVES = 8;

/** The account's signals that the release knew, newest first. */
export async function knownSignals(
  reader: TenantReader,
  { release, manifest }: Known,
  accountId: string,
): Promise<Signal[]> {
  const loads = manifest?.inputs?.signals ?? [];
  if (loads.length === 0) return [];
  const rows = await reader.signals({
    releaseId: release.id,
    accountId,
    loads,
    before: release.intentAsOf,
    limit: SIGNALS_MAX,
  });
  return rows.map((each) => ({
    id: String(each.signal_id),
    day: String(each.day),
    seen: String(each.seen),
    kind: String(each.kind),
    topic: String(each.topic),
    strength: Number(each.strength),
    source: String(each.source),
    url: webAddress(String(each.url)),
  }));
}

/** The newest signals that a fact counted as of a day; none for facts that come from elsewhere. */
export function evidenceOf({ source }: Pick<Fact, 'source'>, signals: Signal[], asOf: string): Evidence[] {
  if (source.from !== 'signals') return [];
  const first = dayNumber(asOf) - windowOf(source);
  return signals
    .filter(
      ({ day, seen, topic, kind }) =>
        day < asOf && seen < asOf && dayNumber(day) >= first && countsSignal({ source }, { topic, kind }),
    )
    .slice(0, EVIDENCE_MAX)
    .map(({ seen: _, ...evidence }) => evidence);
}

/** Whether a fact counts signals like this one. */
export function countsSignal(
  { source }: Pick<Fact, 'source'>,
  { topic, kind }: Pick<Evidence, 'topic' | 'kind'>,
): boolean {
  if (source.from !== 'signals') return false;
  const { topics, kinds } = source;
  return (!topics || topics.includes(topic)) && (!kinds || kinds.includes(kind));
}

/** How many days back a fact looks. */
function windowOf(source: Extract<FactSource, { from: 'signals' }>): number {
  const { measure, windowDays = Number.POSITIVE_INFINITY, halfLifeDays = 30 } = source;
  switch (measure) {
    case 'decayed':
      return Math.min(windowDays, HALF_LIVES * halfLifeDays);
    case 'trend':
      return 2 * windowDays;
    default:
      return windowDays;
  }
}

/** A link leads to the web or is none: what a feed says must not run as a script. */
function webAddress(url: string): string | null {
  return URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol) ? url : null;
}
