import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { connectQueue } from '@ascent/db';
import { ReportName } from '@ascent/schemas';
import { type Context, exportReport, partnerById } from '@ascent/services';
import { optional, required, UsageError, type Verb } from '../cli/verb';
import type { Stores } from '../stores/open-stores';

export const exportVerb: Verb = {
  name: 'export',
  usage: 'export REPORT --partner ID --out FILE [--release R] [--columns a,b] [--format csv]',
  about: `a report as that partner's executive report viewer gets it: ${ReportName.options.join(', ')}`,
  options: {
    partner: { type: 'string' },
    release: { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' },
    columns: { type: 'string' },
  },
  positionals: { min: 1, max: 1 },
  stores: true,
  run: async (given, progress, stores) => {
    const report = ReportName.safeParse(given.positionals[0]);
    if (!report.success)
      throw new UsageError(
        `there is no report "${given.positionals[0]}"; the reports are ${ReportName.options.join(', ')}`,
      );
    const format = optional(given, 'format') ?? 'csv';
    if (format !== 'csv') throw new UsageError(`--format ${format}: csv is the one format there is`);
    const out = required(given, 'out');
    const { context, close } = await asViewer(stores, required(given, 'partner'));
    try {
      const columns = optional(given, 'columns')?.split(',');
      const release = optional(given, 'release');
      const file = await exportReport(context, { report: report.data, columns, release });
      const { rows, body } = file;
      progress(`writing ${out}`);
      await whole(out, body);
      return {
        report: report.data,
        release: file.releaseId,
        columns: file.columns.length,
        rows: rows(),
        out,
      };
    } finally {
      await close();
    }
  },
  say: ({ report, release, rows, columns, out }) =>
    `${report} of ${release}: ${rows} rows, ${columns} columns in ${out}`,
};

/** The file gets its name when it is whole. */
async function whole(out: string, body: NodeJS.ReadableStream): Promise<void> {
  const partial = `${out}.partial`;
  try {
    await pipeline(body, createWriteStream(partial));
    await rename(partial, out);
  } catch (cause) {
    await rm(partial, { force: true });
    throw cause;
  }
}

async function asViewer(
  stores: Stores,
  partnerId: string,
): Promise<{ context: Context; close: () => Promise<void> }> {
  const partner = await partnerById(stores.host, partnerId);
  const queue = await connectQueue({ url: stores.addresses.urls.queue, supervise: false });
  const { app, host, auth, warehouse, exports } = stores;
  return {
    context: {
      platform: { app, host, auth, queue, warehouse, exports },
      actor: {
        userId: 'system:command-line',
        name: 'Command line',
        email: '',
        partnerId,
        partnerName: partner.name,
        kind: 'partner',
        locations: '*',
        seesSensitive: true,
        runsCampaigns: false,
        isAdmin: false,
        via: null,
      },
    },
    close: () => queue.stop({ graceful: false }),
  };
}
