import { z } from 'zod';

const found = <Code extends string, Values extends z.core.$ZodLooseShape>(code: Code, values: Values) =>
  z.object({ code: z.literal(code), ...values });

/** What the gate found, as a code with its figures, for a text in the reader's language. */
export const GateCause = z.discriminatedUnion('code', [
  found('nothing-scored', {}),
  found('product-unscored', {}),
  found('clusters-moved', { psi: z.number() }),
  found('rejected', { rows: z.int(), of: z.int() }),
  found('no-sale', { before: z.string() }),
  found('last-sale', { before: z.string(), on: z.string() }),
  found('spread-moved', { psi: z.number() }),
  found('scores-moved', { kind: z.string(), psi: z.number() }),
  found('meaning-moved', { z: z.number(), cutOff: z.string() }),
  found('leaked', {
    product: z.string(),
    model: z.string(),
    kind: z.enum(['single-feature', 'missingness', 'future-dated']),
    figure: z.number(),
  }),
  found('future-dated', { column: z.string(), rows: z.int() }),
  /** Of a release of an earlier version. */
  found('said', { text: z.string() }),
]);
export type GateCause = z.infer<typeof GateCause>;

/** `subject`: the product, fact, feed or step that it is about. Earlier versions stored a sentence in the cause's place. */
const Current = z.object({ level: z.enum(['warning', 'red']), subject: z.string(), cause: GateCause });
const Earlier = z
  .object({ level: z.enum(['warning', 'red']), subject: z.string(), message: z.string() })
  .transform(({ level, subject, message }) => ({
    level,
    subject,
    cause: { code: 'said' as const, text: message },
  }));
export const GateFinding = z.union([Current, Earlier]);
export type GateFinding = z.infer<typeof Current>;
