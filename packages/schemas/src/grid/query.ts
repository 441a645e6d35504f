import { z } from 'zod';
import { Level } from '../level';
import { Cluster, SegmentCode, SizeClass } from '../segment';

/**
 * A test of one column: `is` and `not` for any of the values ('' = nothing there), `contains` and `starts` for texts,
 * `min` and `max` (both including) for numbers and dates. Scores are points, chances percent, money dollars.
 */
export const Filter = z.object({
  column: z.string().max(120),
  op: z.enum(['is', 'not', 'contains', 'starts', 'min', 'max', 'known', 'unknown']),
  values: z.array(z.string().max(200)).max(100).default([]),
});
export type Filter = z.infer<typeof Filter>;

/** `best` is the product's order of codes; any other is a column. */
export const SortKey = z.object({ column: z.string().max(120), descending: z.boolean().default(false) });
export type SortKey = z.infer<typeof SortKey>;

const names = z.array(z.string().max(100)).max(100).default([]);

/** How a list of accounts is narrowed, sorted and shown; all of it fits in an address. */
export const AccountQuery = z.object({
  product: z.string().optional(),
  clusters: z.array(Cluster).default([]),
  codes: z.array(SegmentCode).default([]),
  fit: z.array(Level).default([]),
  intent: z.array(Level).default([]),
  sizes: z.array(SizeClass).default([]),
  countries: names,
  industries: names,
  cohort: z.string().optional(),
  /** Topics of signals of the last 90 days. */
  topics: names,
  /** The last signal came on this day or later. */
  signalSince: z.iso.date().optional(),
  where: z.array(Filter).max(20).default([]),
  /** Chosen one by one; with these alone. */
  accounts: z.array(z.string().max(100)).max(1000).default([]),
  search: z.string().trim().max(100).default(''),
  sort: z.array(SortKey).max(5).default([]),
  /** Of the dictionary, in this order; the grid's own choice by default. */
  columns: z.array(z.string().max(120)).max(60).default([]),
  page: z.int().min(1).max(100_000).default(1),
  pageSize: z.int().min(1).max(200).default(50),
});
export type AccountQuery = z.infer<typeof AccountQuery>;
