import { type FineTable, fitBinned, logOddsOf, rocAuc } from '@ascent/scoring';
import type { MemoryRun } from './training-memory';
import { binnedTrainingTable } from './training-table';

// The process of the memory bench: bins as the month stores them, one training, and what that took.
const rows = Number(process.argv[2]);
const table: FineTable = binnedTrainingTable(rows, 7);
const tableMegabytes = megabytes();
const started = performance.now();
const { model } = fitBinned(table, { seed: 1 });
const seconds = (performance.now() - started) / 1000;
const peakMegabytes = megabytes();
const auc = rocAuc(logOddsOf(model, table.fine, rows), table.labels);
const run: MemoryRun = { seconds, auc, tableMegabytes, peakMegabytes };
process.send!(run, () => process.exit(0));

function megabytes(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}
