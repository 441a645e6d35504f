import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { connectDatabase } from '@ascent/db';
import { appPorts, dataFolder, sampleAccounts, servers } from '../env';
import { latestPeriod } from '../sample/latest-period';
import { DONE, sampleMarket, usersOf } from '../sample/sample-market';
import { type Lock, lockOwner, takeLock } from '../stores/lock';
import { embeddedAddresses, migrateStores, type Pair, serverAddresses, startPair } from '../stores/pair';
import { openRunFile, type RunFile, readRunFile, writeRunFile } from '../stores/run-file';
import { appAnswers, startApp } from './app';
import type { Child } from './child';
import { appAddress, platformConfig, workerConfig } from './configs';
import { freePortFrom } from './ports';
import { runSample, sampleIsDue } from './sample';
import { stage, stagesText } from './stages';
import { startWorker } from './worker';

/** Starts everything, says where it is, and takes it all down again. */
const folder = dataFolder();
const say = (line: string) => process.stdout.write(`${line}\n`);
const onEnd: (() => Promise<void> | void)[] = [];
let ending: Promise<void> | null = null;

function end(code: number): Promise<void> {
  ending ??= (async () => {
    for (const undo of onEnd.reverse()) await Promise.resolve(undo()).catch(() => undefined);
    process.exit(code);
  })();
  return ending;
}

process.on('SIGINT', () => void end(0));
process.on('SIGTERM', () => void end(0));
// Whoever started us is gone without a word.
process.on('disconnect', () => void end(1));

try {
  await serve();
} catch (cause) {
  if (!ending) say(`could not start: ${cause instanceof Error ? cause.message : String(cause)}`);
  await end(1);
}

async function serve(): Promise<void> {
  // Wrong settings are told before anything is started.
  const wanted = appPorts();
  sampleAccounts();
  const lock = await folderLock();
  onEnd.push(lock.release);
  const run = await openRunFile(folder);
  run.ready = false;
  run.pids = { start: process.pid };
  await writeRunFile(folder, run);
  const addresses = await stage('stores', say, async () => {
    const outside = servers();
    if (!outside) onEnd.push(stopping(await startPair({ folder, run })));
    const found = outside ? serverAddresses(run, outside) : embeddedAddresses(run);
    await migrateStores(found, run);
    return found;
  });
  await claimPorts(run, wanted);
  run.ready = true;
  await writeRunFile(folder, run);
  onEnd.push(() => writeRunFile(folder, { ...run, ready: false, pids: {} }));
  const host = connectDatabase({ url: addresses.urls.host, max: 2 });
  const due = await sampleIsDue(folder, host.db);
  await host.close();
  if (due) {
    const sample = runSample(folder, (line) => say(`  ${line}`));
    onEnd.push(sample.stop);
    const { files, ingest, cycles } = await stage('sample', say, () => sample.done);
    const parts = Object.entries({ files, ingest, cycles });
    say(`  ${parts.map(([name, ms]) => `${name} ${(ms / 1000).toFixed(1)} s`).join(', ')}`);
  }
  await stage('apps', say, async () => {
    // Beside each other: each reads its own code, and none asks another before it is asked itself.
    const { child: worker, mailPort } = startWorker(workerConfig(addresses, run), say);
    onEnd.push(worker.stop);
    const apps: Record<string, Child> = { worker };
    for (const name of ['portal', 'campaigns'] as const) {
      apps[name] = startApp({
        name,
        port: run.ports[name],
        platform: platformConfig(addresses, run),
        onLog: say,
      });
      onEnd.push(apps[name].stop);
    }
    const answers = [appAnswers('portal', run.ports.portal), appAnswers('campaigns', run.ports.campaigns)];
    [run.ports.mail] = await Promise.all([mailPort, ...answers]);
    for (const [name, child] of Object.entries(apps)) run.pids[name] = child.pid();
    await writeRunFile(folder, run);
  });
  say(banner(run));
}

async function folderLock(): Promise<Lock> {
  for (let waited = 0; ; waited++) {
    const lock = await takeLock(folder, 'start').catch(async (cause: { code?: string }) => {
      if (cause.code !== 'ENOENT') throw cause;
      await writeRunFile(folder, await openRunFile(folder));
      return takeLock(folder, 'start');
    });
    if (lock) return lock;
    if ((await lockOwner(folder))?.kind === 'start') {
      const ports = (await readRunFile(folder))?.ports;
      throw new Error(
        `it is running already: ${ports ? `${appAddress(ports.portal)} and ${appAddress(ports.campaigns)}` : folder}`,
      );
    }
    if (waited === 0) say('a command has the stores; waiting for it');
    await new Promise((done) => setTimeout(done, 500));
  }
}

function stopping(pair: Pair): () => Promise<void> {
  return () => pair.stop();
}

async function claimPorts(run: RunFile, wanted: ReturnType<typeof appPorts>): Promise<void> {
  run.ports.portal = await freePortFrom(wanted.portal);
  run.ports.campaigns = await freePortFrom(wanted.campaigns, [run.ports.portal]);
}

function banner(run: RunFile): string {
  const lines = [
    '',
    `portal     ${appAddress(run.ports.portal)}`,
    `campaigns  ${appAddress(run.ports.campaigns)}`,
    `mailbox    ${appAddress(run.ports.portal)}/mailbox`,
  ];
  if (existsSync(join(folder, 'sample', DONE))) {
    lines.push('', `sample sign-ins, password ${run.secrets.samplePassword}:`);
    for (const { email, about } of usersOf(sampleMarket(1, latestPeriod(new Date()))))
      lines.push(`  ${email.padEnd(22)} ${about}`);
  }
  lines.push('', `ready in ${stagesText()}; Ctrl-C stops everything`);
  return lines.join('\n');
}
