import { recoverSeed } from './recovery-seed';

// One seed of the recovery bench in a process of its own: node --import tsx recovery-main.ts SEED ACCOUNTS
const [seed, accounts] = process.argv.slice(2).map(Number) as [number, number];
const report = await recoverSeed({ seed, accounts }, (line) => process.stderr.write(`${line}\n`));
if (process.send) process.send(report, () => process.exit(0));
else process.stdout.write(`${JSON.stringify(report)}\n`);
