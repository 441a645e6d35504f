import { z } from 'zod';

/** Bin 0 is missing or unseen. Number: bin i+1 holds values from edges[i-1] up to below edges[i]. Category: level i is bin i+1. */
export const Bins = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('number'), edges: z.array(z.int()) }),
  z.strictObject({ kind: z.literal('category'), levels: z.array(z.string()) }),
]);
export type Bins = z.infer<typeof Bins>;

/**
 * How the values of one fact become the byte that is stored of it (the fine bin), and the coarser bins that
 * interactions look at: `coarse[fine bin]`, below 32, 0 for the missing.
 */
export const FactBins = z.strictObject({
  fact: z.string(),
  bins: Bins,
  coarse: z.array(z.int().min(0).max(31)),
});
export type FactBins = z.infer<typeof FactBins>;

/** Bins of every fact of a catalogue, found once a quarter and shared by all models, so that a row stores a byte a fact. */
export const Binning = z.strictObject({
  format: z.literal(1),
  id: z.string(),
  period: z.string(),
  facts: z.array(FactBins),
});
export type Binning = z.infer<typeof Binning>;
