/** Of a parameter that stands more than once, the first. */
export function first(value: string | string[] | undefined): string | undefined {
  return [value ?? []].flat()[0];
}
