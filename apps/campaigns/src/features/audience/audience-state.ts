import type { AudienceLine } from '@ascent/api';

const LATE_AFTER_MS = 5 * 60_000;

export function isReady({ status }: Pick<AudienceLine, 'status'>): boolean {
  return status === 'ready';
}

/** Freezing takes seconds; after minutes somebody should look. */
export function isLate(
  { status, createdAt }: Pick<AudienceLine, 'status' | 'createdAt'>,
  now: number,
): boolean {
  return !isReady({ status }) && now - Date.parse(createdAt) > LATE_AFTER_MS;
}

export function audienceFileHref(id: string): string {
  return `/api/audience/${id}`;
}
