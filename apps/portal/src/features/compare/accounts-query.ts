/** Which two accounts, whose drivers, and what is searched for while one is missing. */
export type Pair = { a?: string; b?: string; product?: string; search: string };

export function readPair(params: URLSearchParams): Pair {
  const text = (name: string) => (params.get(name) ?? '').trim().slice(0, 100) || undefined;
  const [a, b] = [text('a'), text('b')];
  return {
    ...(a || b ? { a: a ?? b } : {}),
    ...(a && b && a !== b ? { b } : {}),
    ...(text('product') ? { product: text('product') } : {}),
    search: text('q') ?? '',
  };
}

export function compareAccountsHref({ a, b, product }: Partial<Pair>): string {
  const params = new URLSearchParams();
  if (a) params.set('a', a);
  if (b) params.set('b', b);
  if (product) params.set('product', product);
  return params.size ? `/compare/accounts?${params}` : '/compare/accounts';
}
