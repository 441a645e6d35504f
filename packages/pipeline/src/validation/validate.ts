import type { ConceptDrift, ReleaseValidation } from '@ascent/schemas';
import { readBinning, readRevenue, releaseManifest } from '@ascent/services';
import { featuresOf } from '@ascent/warehouse';
import { z } from 'zod';
import { asOfDays, featuresRelease, feedOf, type Month, stepDetail } from '../month';
import { sizeClassSql } from '../sql/size-class';
import { TrainDetail } from '../steps/train';
import { featureDrift, scoreDrift, unchangedRows } from './drift';
import { changedMeaning } from './meaning';
import { judgedReleases, productOutcomes } from './outcomes';

const VALUES_MAX = 40;

/**
 * What the release says about itself: how earlier ones came out, whom it covers, what has moved. Failures included.
 * `concepts`: what the models found out about their facts; it stands where there are too few months to compare.
 */
export async function validateRelease(month: Month, concepts: ConceptDrift[]): Promise<ReleaseValidation> {
  const train = TrainDetail.parse(await stepDetail(month, 'train'));
  const judged = await judgedReleases(month);
  const products: ReleaseValidation['products'] = [];
  for (const product of month.catalogue.products) {
    const id = train.revenue[product.id];
    const coverage = id ? (await readRevenue(month.db, id)).coverage : null;
    products.push({
      product: product.id,
      ...(await productOutcomes(month, product, judged)),
      revenue:
        coverage && coverage.measured !== null
          ? {
              buyers: coverage.buyers,
              inside: Math.round(coverage.measured * coverage.buyers),
              target: coverage.target,
            }
          : null,
    });
  }
  const meaning = await changedMeaning(month, await readBinning(month.db, train.binning));
  return {
    format: 1,
    products,
    coverage: await coverageOf(month),
    ...(await driftOf(month, train.binning)),
    concepts: meaning.length > 0 ? meaning : concepts,
  };
}

async function driftOf(month: Month, binning: string) {
  const before = month.previousId ? await releaseManifest(month.db, month.previousId) : null;
  if (!month.previousId || !before?.binning) return { features: [], scores: [], unchangedBinRows: null };
  // Only facts that both releases read by the same bins can be held against each other.
  const shared = new Set((await readBinning(month.db, before.binning)).facts.map(({ fact }) => fact));
  const known = new Set(month.catalogue.facts.map(({ id }) => id));
  const facts = (await readBinning(month.db, binning)).facts.filter(
    ({ fact }) => shared.has(fact) && known.has(fact),
  );
  const was = { release: before.featuresRelease ?? month.previousId, day: before.asOf.score };
  const now = { release: await featuresRelease(month), day: asOfDays(month).score };
  return {
    features: await featureDrift(month, facts, was, now),
    scores: await scoreDrift(month, month.previousId),
    unchangedBinRows: await unchangedRows(month, facts, was, now),
  };
}

async function coverageOf(month: Month): Promise<ReleaseValidation['coverage']> {
  const release = await featuresRelease(month);
  const { score } = asOfDays(month);
  const by = { size: sizeClassSql(month, 'a'), industry: 'a.industry', country: 'a.country' } as const;
  const lines: ReleaseValidation['coverage'] = [];
  for (const [name, sql] of Object.entries(by) as [keyof typeof by, string][]) {
    const rows = await month.warehouse.query({
      sql: `SELECT toString(${sql}) AS value, toUInt32(count()) AS accounts, toUInt32(countIf(f.observed = 1)) AS observed
        FROM ${feedOf(month, 'accounts')} AS a INNER JOIN (SELECT account_id, observed FROM ${featuresOf('feature_bins', { release, asOf: score })}) AS f ON f.account_id = a.account_id
        GROUP BY value ORDER BY accounts DESC, value LIMIT ${VALUES_MAX}`,
      schema: z.object({ value: z.string(), accounts: z.number(), observed: z.number() }),
    });
    lines.push(...rows.map((row) => ({ by: name, ...row })));
  }
  return lines;
}
