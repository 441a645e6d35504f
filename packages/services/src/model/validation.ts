import { tables } from '@ascent/db';
import { GateFinding, type ReleaseValidation, type Words } from '@ascent/schemas';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { requireHost } from '../access/actor';
import type { Context } from '../context';
import { notFound } from '../errors';
import { listReleases } from '../release/list';
import { releaseById, releaseManifest } from '../release/shown';
import { productWords } from './card';
import { causeWords, subjectWords } from './finding-words';

const Gate = z.object({
  gate: z.string().nullable().default(null),
  findings: z.array(GateFinding).default([]),
});
export type GateLine = z.infer<typeof Gate> & {
  id: string;
  period: string;
  status: string;
  publishedAt: string | null;
  current: boolean;
  /** Whether it says how what was said before came out. */
  validated: boolean;
};

/** Every release with what its gate said, latest first; for the host's staff. */
export async function listGates({ platform, actor }: Context): Promise<GateLine[]> {
  requireHost(actor);
  const rows = await listReleases(platform.host);
  return rows.map(({ id, period, status, publishedAt, manifest, current }) => ({
    id,
    period,
    status,
    publishedAt: publishedAt?.toISOString() ?? null,
    current,
    ...gateOf(manifest),
    validated: 'validation' in manifest,
  }));
}

/** What the gate found, in words. */
type FindingLine = { level: GateFinding['level']; subject: Words; text: Words };
export type ReleaseReview = Omit<GateLine, 'validated' | 'current' | 'findings'> & {
  findings: FindingLine[];
  /** Null for a release of an earlier version, or one that never got so far. */
  validation: ReleaseValidation | null;
  /** The words of the products and facts that the validation names. */
  products: Record<string, Words>;
  facts: Record<string, Words>;
};

/** How a release judged itself and those before it, failures as well. */
export async function getValidation({ platform, actor }: Context, id: string): Promise<ReleaseReview> {
  requireHost(actor);
  const [row] = await platform.host.select().from(tables.release).where(eq(tables.release.id, id));
  if (!row) throw notFound(`release ${id}`);
  const manifest = await releaseManifest(platform.host, id);
  const catalogue = manifest ? (await releaseById(platform.host, id)).catalogue : undefined;
  const validation = manifest?.validation ?? null;
  const { gate, findings } = gateOf(row.manifest);
  return {
    id,
    period: row.period,
    status: row.status,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    gate,
    findings: findings.map((finding) => ({
      level: finding.level,
      subject: subjectWords(finding, catalogue),
      text: causeWords(finding.cause),
    })),
    validation,
    products: Object.fromEntries(
      (catalogue?.products ?? []).map((product) => [product.id, productWords(catalogue, product.id)]),
    ),
    facts: Object.fromEntries((catalogue?.facts ?? []).map((fact) => [fact.id, fact.words])),
  };
}

function gateOf(manifest: unknown): z.infer<typeof Gate> {
  return Gate.safeParse(manifest).data ?? { gate: null, findings: [] };
}
