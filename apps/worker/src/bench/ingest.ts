import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { ingestFile } from '@ascent/services';
import { createFeedTable } from '@ascent/warehouse';
import { type Bench, peakMegabytes, rounded, secondsOf, withPrivateStores } from './bench';

const ROWS = 1_000_000;
const SKUS = ['AZ-VM', 'M365-BP', 'M365-E3', 'SURF-PRO', 'D365-BC', 'PWR-APPS'];
const COLUMNS = 'transaction_id,order_id,account_id,partner_id,location_id,sku,quantity,amount,date';

/** A million sales through the whole ingestion against the engine's own load of the same file into a typed table. */
export const benchIngest: Bench = (progress) =>
  withPrivateStores(progress, async (stores, folder) => {
    const path = join(folder, 'transactions.csv');
    await writeSales(path);
    const { host, warehouse, run } = stores;
    await warehouse.command({
      sql: createFeedTable('transactions', 'peer_sales')
        .replace(
          'load_seq UInt32, row_hash UInt64, ',
          'load_seq UInt32 DEFAULT 1, row_hash UInt64 DEFAULT 0, ',
        )
        .replace('amount Int64', 'amount Decimal(18, 4)'),
    });
    const load = () =>
      warehouse.insertStream({
        table: 'peer_sales',
        columns: COLUMNS.split(','),
        format: 'CSVWithNames',
        body: createReadStream(path),
      });
    progress('the engine alone');
    const peer = await secondsOf(load);
    progress('the ingestion');
    const ours = await secondsOf(async () => {
      const outcome = await ingestFile({ db: host, warehouse, feed: 'transactions', path });
      if (outcome.accepted !== ROWS) throw new Error(`${outcome.accepted} of ${ROWS} rows were accepted`);
    });
    const workerMb = Math.round(process.resourceUsage().maxRSS / 1024);
    const again = await secondsOf(() => ingestFile({ db: host, warehouse, feed: 'transactions', path }));
    return {
      ours: rounded(ours),
      peer: rounded(peer),
      ratio: rounded(peer / ours),
      floor: rounded(peer),
      unit: 'seconds',
      detail: {
        rows: ROWS,
        timesThePeer: rounded(ours / peer),
        sameFileAgain: rounded(again),
        workerMegabytes: workerMb,
        warehouseMegabytes: await peakMegabytes(run.pids.warehouse!),
      },
    };
  });

async function writeSales(path: string): Promise<void> {
  const file = createWriteStream(path);
  file.write(`${COLUMNS}\n`);
  let seed = 1;
  const next = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return seed % below;
  };
  for (let row = 0; row < ROWS; row++) {
    const day = new Date(Date.UTC(2024, 0, 1 + next(700))).toISOString().slice(0, 10);
    const cents = 500 + next(900_000);
    const line = `T${row},O${row >> 1},A${next(100_000)},P${next(40)},P1-1,${SKUS[next(SKUS.length)]},${1 + next(20)},${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')},${day}\n`;
    if (!file.write(line)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}
