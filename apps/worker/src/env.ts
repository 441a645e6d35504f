import { fileURLToPath } from 'node:url';

/** Servers to use instead of the embedded pair. */
export type Servers = { databaseUrl: string; clickhouseUrl: string; user: string; password: string };

/** The folder of everything that is kept: stores, sample files, `run.json`. */
export function dataFolder(): string {
  return process.env.ASCENT_DATA || fileURLToPath(new URL('../../../data', import.meta.url));
}

export function servers(): Servers | null {
  const { DATABASE_URL, CLICKHOUSE_URL, CLICKHOUSE_USER, CLICKHOUSE_PASSWORD } = process.env;
  if (!DATABASE_URL && !CLICKHOUSE_URL) return null;
  if (!DATABASE_URL || !CLICKHOUSE_URL)
    throw new Error('set DATABASE_URL and CLICKHOUSE_URL together, or neither for the embedded stores');
  return {
    databaseUrl: DATABASE_URL,
    clickhouseUrl: CLICKHOUSE_URL,
    user: CLICKHOUSE_USER || 'default',
    password: CLICKHOUSE_PASSWORD ?? '',
  };
}

/** Where the apps listen; 0 takes a free port. */
export function appPorts(): { portal: number; campaigns: number } {
  const { PORTAL_PORT, CAMPAIGNS_PORT } = process.env;
  const port = (name: string, value: string | undefined, usual: number) =>
    wholeSetting(name, value, { usual, passes: (given) => given <= 65_535, must: 'a port, or 0 for any' });
  return {
    portal: port('PORTAL_PORT', PORTAL_PORT, 3000),
    campaigns: port('CAMPAIGNS_PORT', CAMPAIGNS_PORT, 3001),
  };
}

/** The size of the first run's sample market; 0 = none. With fewer than a thousand accounts no model has enough evidence. */
export function sampleAccounts(): number {
  return wholeSetting('ASCENT_SAMPLE_ACCOUNTS', process.env.ASCENT_SAMPLE_ACCOUNTS, {
    usual: 20_000,
    passes: (given) => given === 0 || given >= 1000,
    must: '0, or 1000 or more',
  });
}

type Setting = { usual: number; passes: (given: number) => boolean; must: string };

function wholeSetting(name: string, value: string | undefined, { usual, passes, must }: Setting): number {
  if (!value) return usual;
  const given = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (!passes(given)) throw new Error(`${name} is "${value}": it must be ${must}`);
  return given;
}

/** A size that somebody chose for a benchmark, else its own. */
export function environmentNumber(name: string, otherwise: number): number {
  const given = Number(process.env[name] ?? otherwise);
  if (!Number.isInteger(given) || given < 1) throw new Error(`${name} must be a whole number above 0`);
  return given;
}

/** Mails go to this server; without one they are caught in the local mailbox. */
export function smtpUrl(): string | null {
  return process.env.SMTP_URL || null;
}

/** Identity providers of single sign-on that stand in the host's own network, by origin; all others have to be public. */
export function identityProviders(): string[] {
  const given = (process.env.ASCENT_IDENTITY_PROVIDERS ?? '').split(',').map((each) => each.trim());
  return given.filter(Boolean).map((each) => {
    if (!URL.canParse(each)) throw new Error(`ASCENT_IDENTITY_PROVIDERS: "${each}" is no address`);
    return new URL(each).origin;
  });
}

/** What the supervisor hands to the worker process. */
export function workerConfigText(): string {
  const given = process.env.ASCENT_WORKER;
  if (!given) throw new Error('ASCENT_WORKER is not set: the worker is started by npm start');
  return given;
}

/** Bugs are told with their stack. */
export function tracesErrors(): boolean {
  return process.env.ASCENT_TRACE === '1';
}

/** A child gets the machine's environment, never this process's own settings. */
export function childEnvironment(own: Record<string, string>): NodeJS.ProcessEnv {
  const { ASCENT_WORKER: _worker, ASCENT_PLATFORM: _platform, ...machine } = process.env;
  return { ...machine, NEXT_TELEMETRY_DISABLED: '1', ...own };
}
