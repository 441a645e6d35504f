/**
 * A document as one text, whatever the order in which its names came: a store may give them back in its own. Lists
 * keep theirs. To hash what a document says.
 */
export function canonicalJson(document: unknown): string {
  return JSON.stringify(document, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
