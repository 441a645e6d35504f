import { randomUUID } from 'node:crypto';
import { tables, withTenant } from '@ascent/db';
import { Cluster } from '@ascent/schemas';
import { z } from 'zod';
import { readerOf } from '../access/reader';
import { appendAudit } from '../audit/append';
import type { Context } from '../context';
import { ServiceError } from '../errors';
import { JOBS } from '../jobs';
import { PlainText } from '../plain-text';
import { requireRelease } from '../release/shown';
import { audienceConditions } from './conditions';

export const NewAudience = z.object({
  cohort: z.string().max(100),
  clusters: z.array(Cluster).default([]),
  name: PlainText.min(1).max(120),
});

/** Asks for the accounts of a cohort to be frozen from the current release; a worker writes them. */
export async function requestAudience(
  context: Context,
  input: z.input<typeof NewAudience>,
): Promise<{ id: string }> {
  const { cohort, clusters, name } = NewAudience.parse(input);
  const { platform, actor } = context;
  if (!actor.runsCampaigns)
    throw new ServiceError('forbidden', 'freezing an audience needs the campaign manager role');
  const release = await requireRelease(platform.app);
  if (!release.catalogue.cohorts.some((each) => each.id === cohort))
    throw new ServiceError('invalid', `cohort: ${cohort} is not in the catalogue`);
  const members = await readerOf(context).count({
    releaseId: release.id,
    where: audienceConditions(release, { cohort, clusters }),
  });
  if (members === 0) throw new ServiceError('invalid', 'nobody would be in it');
  const id = randomUUID();
  await withTenant(platform.app, actor.partnerId, async (tx) => {
    await tx.insert(tables.audience).values({
      id,
      partnerId: actor.partnerId,
      releaseId: release.id,
      cohortId: cohort,
      name,
      clusters,
      status: 'freezing',
      accounts: 0,
      contentHash: '',
      createdBy: actor.userId,
    });
    await appendAudit(tx, {
      partnerId: actor.partnerId,
      actor: actor.userId,
      action: 'audience.freeze',
      subject: id,
      detail: { cohort, clusters, release: release.id },
    });
  });
  const job = { audienceId: id, partnerId: actor.partnerId, locations: actor.locations };
  await platform.queue.send(JOBS.freezeAudience, job, { retryLimit: 5, retryDelay: 1, retryBackoff: true });
  return { id };
}
