import { causeWords, discardCandidate, noteOutcome, publishedRelease, sealAndSwitch } from '@ascent/services';
import { contentHash, RELEASE_TABLES } from '../content-hash';
import { asOfDays, featuresRelease, type Month, stepDetail } from '../month';
import type { Gate } from './check';
import { ModelsOfRelease, TrainDetail } from './train';
import { ValidateDetail } from './validate';

/** Seals the candidate with its hash and manifest and switches the pointer, unless the gate is red. */
export async function publish(month: Month): Promise<Record<string, unknown>> {
  const { db, releaseId, previousId } = month;
  const gate = (await stepDetail(month, 'check')) as unknown as Gate;
  const content = await contentHash(month.warehouse, releaseId);
  const seal = {
    releaseId,
    previousId,
    contentHash: content.hash,
    manifest: await manifestOf(month, gate, content.rows),
  };
  const published = await publishedRelease(db, month.period);
  if (published?.contentHash === content.hash) {
    await discard(month);
    return { contentHash: content.hash, identicalTo: published.id };
  }
  if (gate.gate === 'red') {
    await noteOutcome(db, seal);
    const reds = gate.findings.filter((finding) => finding.level === 'red');
    throw new Error(
      `the gate is red: ${reds.map((finding) => `${finding.subject}: ${causeWords(finding.cause).en}`).join('; ')}`,
    );
  }
  await sealAndSwitch(db, seal);
  return { contentHash: content.hash };
}

async function manifestOf(
  month: Month,
  gate: Gate,
  rows: Record<string, number>,
): Promise<Record<string, unknown>> {
  const { binning, ...models } = TrainDetail.parse(await stepDetail(month, 'train'));
  return {
    release: month.releaseId,
    period: month.period,
    asOf: asOfDays(month),
    catalogue: { id: month.catalogue.id, version: month.catalogue.version, hash: month.catalogueHash },
    inputs: month.inputs,
    seed: month.seed,
    binning,
    featuresRelease: await featuresRelease(month),
    models: ModelsOfRelease.parse(models),
    pins: month.pins,
    rows,
    gate: gate.gate,
    findings: gate.findings,
    clusters: gate.clusters,
    validation: ValidateDetail.parse(await stepDetail(month, 'validate')).validation,
  };
}

/** The candidate came out the same as what is published. It is marked first: half-dropped rows must never be sealed. */
async function discard(month: Month): Promise<void> {
  await discardCandidate(month.db, month.releaseId);
  for (const table of RELEASE_TABLES) {
    await month.warehouse.command({
      sql: `ALTER TABLE ${table} DROP PARTITION '${month.releaseId}'`,
      idempotent: true,
    });
  }
}
