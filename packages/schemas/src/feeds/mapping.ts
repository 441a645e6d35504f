import { z } from 'zod';
import { FeedName } from './feed';

const Part = z.union([
  z.string(),
  z.strictObject({ text: z.string() }),
  z.strictObject({ line: z.literal(true) }),
]);

/** Where a feed column's cell comes from in a foreign file. A bare string is the foreign column's name. */
export const ColumnSource = z.union([
  z.string(),
  z.strictObject({ constant: z.string() }),
  z.strictObject({ concat: z.array(Part).min(1) }),
  /** The exact product of two decimal columns, for a line total. */
  z.strictObject({ product: z.tuple([z.string(), z.string()]) }),
  z.strictObject({
    column: z.string(),
    /** Foreign value -> our value; others pass unchanged unless `otherwise` is given. */
    values: z.record(z.string(), z.string()).optional(),
    otherwise: z.string().optional(),
    /** `date`: the first ten characters. `digits`: digits only. `host`: the host of a web address. */
    take: z.enum(['date', 'digits', 'host', 'integer']).optional(),
  }),
]);
export type ColumnSource = z.infer<typeof ColumnSource>;

/** A mapping file: how the columns and values of a foreign file become those of a feed. */
export const Mapping = z.strictObject({
  feed: FeedName,
  columns: z.record(z.string(), ColumnSource),
});
export type Mapping = z.infer<typeof Mapping>;
