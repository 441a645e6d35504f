/** A typed value as the text that a CSV would hold: nothing for what is missing, ISO dates, true and false. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined || Number.isNaN(value)) return '';
  if (value instanceof Date) {
    const text = value.toISOString();
    return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text;
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
