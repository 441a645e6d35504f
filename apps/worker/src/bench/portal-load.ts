import { defaultCatalogue, SEGMENT_CODES } from '@ascent/schemas';

export type Sample = { page: 'grid' | 'account' | 'overview' | 'matrix'; ms: number; status: number };
export type Load = {
  address: string;
  /** One signed-in person each. */
  cookies: readonly string[];
  /** Of each person's own organisation. */
  accounts: readonly (readonly string[])[];
  countries: readonly string[];
  industries: readonly string[];
  seconds: number;
  thinkMs: number;
};

/** People who click, wait a second, and click again, each in a browser of their own. */
export async function putLoad(load: Load): Promise<Sample[]> {
  const samples: Sample[] = [];
  const end = performance.now() + load.seconds * 1000;
  await Promise.all(
    load.cookies.map(async (cookie, person) => {
      const next = randomOf(person + 1);
      // Not all at once: people do not click together.
      await wait(next() * load.thinkMs);
      let here = '/';
      while (performance.now() < end) {
        const { page, path } = clickOf(next, load, person);
        const began = performance.now();
        const status = await follow(load.address, { from: here, to: path, cookie });
        here = path;
        samples.push({ page, ms: performance.now() - began, status });
        await wait(load.thinkMs);
      }
    }),
  );
  return samples;
}

type Step = { from: string; to: string; cookie: string };

/** As the app follows a link: the parts of the page that it has not got, over a connection that stays open. */
async function follow(address: string, { from, to, cookie }: Step): Promise<number> {
  const state = encodeURIComponent(JSON.stringify(routeAt(from)));
  const headers = { cookie, accept: 'text/x-component', RSC: '1', 'Next-Router-State-Tree': state };
  const answer = await fetch(address + to, { headers });
  await answer.arrayBuffer();
  return answer.status;
}

type Segment = string | [name: string, value: string, kind: 'd', siblings: null];

/** What the browser says it shows: the segments of the route, each within the one before. */
function routeAt(path: string): unknown {
  const { pathname, search } = new URL(path, 'http://portal');
  const account = /^\/accounts\/(.+)$/.exec(pathname)?.[1];
  const inner: Segment[] = account
    ? ['accounts', ['id', account, 'd', null]]
    : pathname === '/accounts'
      ? ['accounts', '(grid)']
      : [];
  const page: unknown = ['__PAGE__', {}, null, null, null, search.slice(1)];
  const segments: Segment[] = ['', '(signed-in)', ...inner];
  return segments.reduceRight((within, segment) => [segment, { children: within }, null, null], page);
}

const SORTS = [
  'AccountName',
  '-OrgSize',
  'Country,-OrgSize',
  '-best',
  'Industry',
  '-AzureFitScore,AccountName',
];

function clickOf(next: () => number, load: Load, person: number): { page: Sample['page']; path: string } {
  const pick = <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)]!;
  const kind = next();
  if (kind < 0.25)
    return { page: 'account', path: `/accounts/${encodeURIComponent(pick(load.accounts[person]!))}` };
  if (kind < 0.4) return { page: 'overview', path: '/' };
  const { id: product } = pick(defaultCatalogue.products);
  const params = new URLSearchParams({ product, sort: pick(SORTS) });
  if (next() < 0.6) params.append('country', pick(load.countries));
  if (next() < 0.4) params.append('industry', pick(load.industries));
  if (next() < 0.3) params.append('code', pick(SEGMENT_CODES));
  if (next() < 0.3) params.append('f', `OrgSize~min~${Math.floor(next() * 200)}`);
  if (next() < 0.2) params.append('f', `${product}IntentScore~min~${Math.floor(next() * 80)}`);
  if (next() < 0.2) params.set('q', pick(['hol', 'group', 'clinics', 'xyzzy']));
  if (next() < 0.3) params.set('page', String(1 + Math.floor(next() * 20)));
  return { page: 'grid', path: `/accounts?${params}` };
}

/** A small generator of its own: the same clicks in every run. */
function randomOf(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** The value below which this share of the samples lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
