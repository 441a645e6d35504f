import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Period } from '@ascent/schemas';
import { z } from 'zod';
import type { Progress } from '../cli/verb';
import type { Stores } from '../stores/open-stores';
import { rounded } from './bench';
import { expectedAuc } from './expected-auc';
import { type Judged, writeRows } from './recovery-rows';

const PYTHON = '/usr/bin/python3';
const SCRIPT = fileURLToPath(new URL('./recovery-peer.py', import.meta.url));

/** AUC that scores may expect when every account buys with its true chance, by who says them; null where a peer is absent. */
export const Aucs = z.object({
  /** Of the true chances themselves: the most there is. */
  truth: z.number(),
  /** Of boosted trees that learnt the true chances without noise from all facts of other accounts: what facts can tell. */
  observable: z.number().nullable(),
  ours: z.number(),
  xgboost: z.number().nullable(),
  logistic: z.number().nullable(),
});
export type Aucs = z.infer<typeof Aucs>;
const PEERS = ['observable', 'xgboost', 'logistic'] as const;

/** By product how well the month's published probabilities and the peers order the accounts. */
export async function aucsOf(
  stores: Stores,
  of: { release: string; period: Period; truth: string },
  progress: Progress,
): Promise<Record<string, Aucs>> {
  const folder = await mkdtemp(join(tmpdir(), 'ascent-bench-'));
  try {
    const judged = (await writeRows(stores, of, folder)).filter(({ row }) => row.length > 0);
    const hasPeers = await runPeers(folder, progress);
    const found: Record<string, Aucs> = {};
    for (const each of judged) found[each.product] = await aucs(each, hasPeers ? folder : null);
    return found;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function aucs({ product, published, chance }: Judged, folder: string | null): Promise<Aucs> {
  const of = (scores: ArrayLike<number>) => rounded(expectedAuc(scores, chance) ?? 0.5);
  const said = { observable: null, xgboost: null, logistic: null } as Record<
    (typeof PEERS)[number],
    number | null
  >;
  for (const peer of folder ? PEERS : []) {
    const bytes = await readFile(join(folder!, `${product}.${peer}`));
    said[peer] = of(new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)));
  }
  return { truth: of(chance), ours: of(published), ...said };
}

/** False, and a word about it, where Python or one of its packages is absent. */
async function runPeers(folder: string, progress: Progress): Promise<boolean> {
  try {
    await promisify(execFile)(PYTHON, [SCRIPT, folder], {
      env: { PATH: '/usr/bin:/bin', OMP_WAIT_POLICY: 'PASSIVE' },
    });
    return true;
  } catch (cause) {
    const text = cause instanceof Error ? cause.message.trim() : String(cause);
    progress(`no peers: ${PYTHON} with xgboost, sklearn and pandas did not run (${text.split('\n').at(-1)})`);
    return false;
  }
}

const WHO = ['ours', ...PEERS] as const;
export type Shares = Record<(typeof WHO)[number], number | null> & { oursOfObservable: number | null };

/**
 * How far from chance to the true chances each comes, 1 = as far as the truth itself, as means over markets, by product
 * and over all; and ours as a share of what the facts can tell.
 */
export function sharesOf(markets: readonly Record<string, Aucs>[]): Record<string, Shares> & { all: Shares } {
  const products = [...new Set(markets.flatMap((each) => Object.keys(each)))];
  const over = (rows: Aucs[]): Shares => {
    const mean = (of: (row: Aucs) => number | null) => {
      const each = rows.map(of).filter((value) => value !== null);
      return each.length > 0 ? rounded(each.reduce((sum, value) => sum + value, 0) / each.length) : null;
    };
    const to = (auc: number | null, best: number | null) =>
      auc === null || best === null ? null : (auc - 0.5) / (best - 0.5);
    const shares = WHO.map((who) => [who, mean((row) => to(row[who], row.truth))]);
    return {
      ...Object.fromEntries(shares),
      oursOfObservable: mean((row) => to(row.ours, row.observable)),
    };
  };
  const of = (product: string) => markets.flatMap((each) => (each[product] ? [each[product]] : []));
  return {
    ...Object.fromEntries(products.map((product) => [product, over(of(product))])),
    all: over(products.flatMap(of)),
  };
}
