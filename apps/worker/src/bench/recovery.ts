import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataFolder } from '../env';
import { type Bench, rounded } from './bench';
import { SeedReport } from './recovery-seed';
import { sharesOf } from './recovery-shares';

/** Seeds that nothing was built on. */
const SEEDS = Array.from({ length: 20 }, (_, index) => 101 + index);
/** As many as the sample market of `npm start` has. */
const ACCOUNTS = 20_000;
const MAIN = fileURLToPath(new URL('./recovery-main.ts', import.meta.url));

/**
 * What was planted in markets against what their months find. Each seed is run in a process of its own and kept in
 * `bench-recovery` of the data folder: a bench that was stopped goes on; delete the folder to measure anew.
 */
export const benchRecovery: Bench = async (progress) => {
  const folder = join(dataFolder(), 'bench-recovery');
  await mkdir(folder, { recursive: true });
  const reports: SeedReport[] = [];
  for (const seed of SEEDS) {
    const path = join(folder, `${seed}-${ACCOUNTS}.json`);
    if (!existsSync(path)) await writeFile(path, JSON.stringify(await runSeed(seed)));
    const report = SeedReport.parse(JSON.parse(await readFile(path, 'utf8')));
    reports.push(report);
    progress(saying(report));
  }
  const shares = sharesOf(reports.map(({ aucs }) => aucs));
  return {
    ours: shares.all.ours!,
    peer: shares.all.xgboost,
    ratio: shares.all.xgboost && rounded(shares.all.ours! / shares.all.xgboost),
    floor: null,
    unit: 'share of the truth',
    detail: { accounts: ACCOUNTS, folder, ...totals(reports), shares, seeds: reports.map(line) },
  };
};

function runSeed(seed: number): Promise<SeedReport> {
  return new Promise((done, failed) => {
    const child = fork(MAIN, [String(seed), String(ACCOUNTS)], { execArgv: process.execArgv });
    child.once('message', (message) => done(message as SeedReport));
    child.once('exit', (code) => failed(new Error(`seed ${seed} ended with code ${code}`)));
  });
}

function totals(reports: SeedReport[]) {
  const count = (of: (report: SeedReport) => number) => reports.reduce((sum, each) => sum + of(each), 0);
  const seedsWith = (of: (report: SeedReport) => boolean) => count((each) => (of(each) ? 1 : 0));
  return {
    markets: reports.length,
    driversFound: count(({ drivers }) => drivers.found),
    driversPlanted: count(({ drivers }) => drivers.planted),
    marketsWithAllDrivers: seedsWith(({ drivers }) => drivers.missed.length === 0),
    interactionFound: seedsWith(({ interaction }) => interaction),
    driftFound: seedsWith(({ alarms }) => alarms.length > 0),
    hiringDriftFound: seedsWith(({ hiringDrift }) => hiringDrift),
    securityDriftFound: seedsWith(({ securityDrift }) => securityDrift),
    falseAlarmsInCalmMonths: count(({ falseAlarms }) => falseAlarms.calm.length),
    falseAlarmsInChangedMonths: count(({ falseAlarms }) => falseAlarms.changed.length),
  };
}

function line(report: SeedReport) {
  const { seed, drivers, interaction, alarms, falseAlarms, aucs } = report;
  const named = (each: SeedReport['alarms']) => each.map(({ fact, z }) => `${fact} ${z}`);
  return {
    seed,
    drivers: `${drivers.found} of ${drivers.planted}`,
    missed: drivers.missed,
    interaction,
    drift: named(alarms),
    falseCalm: named(falseAlarms.calm),
    falseChanged: named(falseAlarms.changed),
    shares: sharesOf([aucs]).all,
  };
}

function saying(report: SeedReport): string {
  const { seed, drivers, interaction, drift, falseCalm, falseChanged, shares } = line(report);
  return `seed ${seed}: drivers ${drivers}, interaction ${interaction ? 'found' : 'missed'}, drift ${drift.join(', ') || 'missed'}, false alarms ${[...falseCalm, ...falseChanged].join(', ') || 'none'}, shares ${JSON.stringify(shares)}`;
}
