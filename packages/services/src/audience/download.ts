import { Readable } from 'node:stream';
import { withTenant } from '@ascent/db';
import { readerOf } from '../access/reader';
import { appendAudit } from '../audit/append';
import type { Context } from '../context';
import { ServiceError } from '../errors';
import { inert } from '../report/cell';
import { csvWriter } from '../report/csv';
import { organisationSettings } from '../setting/settings';
import { getAudience } from './list';

const COLUMNS = ['account_id', 'AccountName', 'Domain', 'Country', 'Cluster', 'Code'] as const;
const HEADERS = ['AccountID', 'AccountName', 'Domain', 'Country', 'Cluster', 'Code'];

/** The frozen accounts as CSV. */
export async function downloadAudience(
  context: Context,
  id: string,
): Promise<{ fileName: string; body: Readable }> {
  const audience = await getAudience(context, id);
  if (audience.status !== 'ready') throw new ServiceError('conflict', 'the audience is still being frozen');
  const rows = await readerOf(context).audience(id);
  const { platform, actor } = context;
  await withTenant(platform.app, actor.partnerId, (tx) =>
    appendAudit(tx, {
      partnerId: actor.partnerId,
      actor: actor.userId,
      action: 'audience.export',
      subject: id,
      detail: { rows: rows.length },
    }),
  );
  const cells = rows.map((row) => COLUMNS.map((column) => inert(String(row[column] ?? ''))));
  const body = Readable.from(cells).pipe(csvWriter(await organisationSettings(context), HEADERS));
  return {
    fileName: `audience-${audience.name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').toLowerCase()}.csv`,
    body,
  };
}
