import type { Readable } from 'node:stream';
import type { Actor } from '@ascent/services';

const EVERY_MS = 20_000;

/** A long file breaks off, rather than end as if it were whole, when the rights it was begun with are taken. */
export function whileAllowed(
  body: Readable,
  began: Actor,
  ask: () => Promise<Actor | null>,
  everyMs = EVERY_MS,
): Readable {
  const timer = setInterval(async () => {
    const now = await ask().catch(() => began);
    if (now && JSON.stringify(rightsOf(now)) === JSON.stringify(rightsOf(began))) return;
    body.destroy(new Error('the rights to this file were taken while it was sent'));
  }, everyMs);
  timer.unref();
  body.once('close', () => clearInterval(timer));
  return body;
}

function rightsOf({ userId, partnerId, locations, seesSensitive, runsCampaigns }: Actor) {
  return { userId, partnerId, locations, seesSensitive, runsCampaigns };
}
