import { SEGMENT_CODES, type SegmentCode } from '@ascent/schemas';

/** The warehouse says '' of an account without a score. */
export function codeOf(stored: unknown): SegmentCode | null {
  return SEGMENT_CODES.find((code) => code === stored) ?? null;
}
