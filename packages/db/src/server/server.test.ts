import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import pg from 'pg';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { postgresBinaries } from './binaries';
import { launch } from './cluster';
import { freePort, type PostgresServer, startPostgres } from './index';

const folder = await mkdtemp(join(tmpdir(), "ascent postgres's "));
await chmod(folder, 0o755);
const dataDir = join(folder, 'one');
const options = { dataDir, password: "p@ss:w/o?r#d %'" };
afterAll(() => rm(folder, { recursive: true, force: true }));

async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query(statement)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function until(isSo: () => boolean | Promise<boolean>, msMax = 5000): Promise<void> {
  const started = Date.now();
  while (!(await isSo())) {
    if (Date.now() - started > msMax) throw new Error(`not so after ${msMax} ms: ${isSo}`);
    await pause(20);
  }
}

const commandOf = (pid: string) => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
};

/** Main processes of PostgreSQL on a folder. */
const serversOn = (path: string) =>
  readdirSync('/proc').filter(
    (name) => /^\d+$/.test(name) && commandOf(name).includes(`postgres -D ${path} `),
  );

async function started(more: Partial<typeof options> = {}): Promise<PostgresServer> {
  const server = await startPostgres({ ...options, ...more });
  onTestFinished(server.stop);
  return server;
}

const answersAt = (url: string) =>
  ask(url, 'SELECT 1').then(
    () => true,
    () => false,
  );

describe('PostgreSQL on a folder', () => {
  test('is made, serves its owner only on this machine, and leaves no process when it stops', async () => {
    const server = await startPostgres(options);
    expect(await ask(server.ownerUrl, 'SELECT current_database() AS d')).toEqual([{ d: 'ascent' }]);
    expect(await ask(server.ownerUrl, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect(await ask(server.ownerUrl, 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
    const wrong = Object.assign(new URL(server.ownerUrl), { password: 'wrong' });
    await expect(ask(wrong.toString(), 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    await ask(server.ownerUrl, 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (1)');
    expect(existsSync(`${dataDir}.pw`)).toBe(false);
    const pid = server.pid();
    await server.stop();
    await server.stop();
    await pause(300);
    expect(commandOf(String(pid))).toBe('');
    expect(serversOn(dataDir)).toEqual([]);
  });

  test('is the same when it is started again', async () => {
    const server = await started();
    expect(await ask(server.ownerUrl, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
    expect(server.restarts()).toBe(0);
  });

  test('is back within 5 seconds when it is killed, with every committed row', async () => {
    const server = await started();
    const client = new pg.Client({ connectionString: server.ownerUrl });
    client.on('error', () => undefined);
    await client.connect();
    await client.query('INSERT INTO kept VALUES (2)');
    await client.query('BEGIN; INSERT INTO kept VALUES (3)');
    for (let kill = 1; kill <= 2; kill++) {
      process.kill(server.pid(), 'SIGKILL');
      await until(() => server.restarts() >= kill, 2000);
      await until(() => answersAt(server.ownerUrl), 5000);
    }
    expect(await ask(server.ownerUrl, 'SELECT n FROM kept ORDER BY n')).toEqual([{ n: 1 }, { n: 2 }]);
    await client.end().catch(() => undefined);
  });

  test('is not started again once it was told to stop', async () => {
    const server = await startPostgres(options);
    process.kill(server.pid(), 'SIGKILL');
    await until(() => server.restarts() === 1);
    await server.stop();
    await pause(500);
    expect(serversOn(dataDir)).toEqual([]);
  });

  test('is left alone by a second start while the first one lives', async () => {
    const server = await started();
    const pid = server.pid();
    await expect(startPostgres(options)).rejects.toThrow(/run by process \d+/);
    expect([server.pid(), server.restarts()]).toEqual([pid, 0]);
    expect(await answersAt(server.ownerUrl)).toBe(true);
  });
});

describe('a start that fails says why, and leaves no process', () => {
  test('with another password', async () => {
    const before = performance.now();
    await expect(startPostgres({ ...options, password: 'other' })).rejects.toThrow(/password/);
    expect(performance.now() - before).toBeLessThan(5000);
    expect(serversOn(dataDir)).toEqual([]);
  });

  test('on a port that is taken', async () => {
    const squatter = createServer();
    await once(squatter.listen(0, '127.0.0.1'), 'listening');
    const { port } = squatter.address() as { port: number };
    await expect(startPostgres({ ...options, port })).rejects.toThrow(/Address already in use/);
    await pause(300);
    expect(serversOn(dataDir)).toEqual([]);
    squatter.close();
  });

  test('in a folder of somebody else, which stays as it is', async () => {
    const path = join(folder, 'home');
    await mkdir(path);
    await writeFile(join(path, 'thesis.txt'), 'years of work');
    await expect(startPostgres({ ...options, dataDir: path })).rejects.toThrow(/thesis\.txt/);
    expect(await readFile(join(path, 'thesis.txt'), 'utf8')).toBe('years of work');
  });
});

test('a cluster that was only half made is made again', async () => {
  const path = join(folder, 'half');
  await mkdir(join(path, 'base'), { recursive: true });
  await mkdir(join(path, 'pg_wal'));
  await writeFile(join(path, 'PG_VERSION'), '18\n');
  await writeFile(join(path, 'postgresql.conf'), '');
  const server = await started({ dataDir: path });
  expect(await answersAt(server.ownerUrl)).toBe(true);
});

describe('what an earlier run left', () => {
  test('a server without a parent is stopped first', async () => {
    const { postgres } = await postgresBinaries();
    const port = String(await freePort());
    const args = [
      '-D',
      dataDir,
      '-p',
      port,
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
    ];
    const { command, args: launched } = await launch(postgres, args, dataDir);
    const lasting = launched.filter((each) => each !== '--pdeathsig' && each !== 'INT');
    const middle = spawn('sh', ['-c', '"$@" >/dev/null 2>&1 & sleep 0.1', 'sh', command, ...lasting]);
    await once(middle, 'exit');
    await until(() => existsSync(join(dataDir, 'postmaster.pid')));
    const [orphan] = serversOn(dataDir);
    const server = await started();
    expect(String(server.pid())).not.toBe(orphan);
    expect(serversOn(dataDir)).toEqual([String(server.pid())]);
    expect(await ask(server.ownerUrl, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 2 }]);
  });

  test('a number that is somebody else’s by now is left alone', async () => {
    const innocent = spawn('sleep', ['60']);
    onTestFinished(() => {
      innocent.kill();
    });
    await writeFile(join(dataDir, 'postmaster.pid'), `${innocent.pid}\n${dataDir}\n`);
    const server = await started();
    expect(await answersAt(server.ownerUrl)).toBe(true);
    expect(innocent.exitCode ?? innocent.signalCode).toBeNull();
  });
});

test('no server outlives a parent that is killed', async () => {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const source = pathToFileURL(fileURLToPath(new URL('./index.ts', import.meta.url))).href;
  const code = `const { startPostgres } = await import(${JSON.stringify(source)});
    const server = await startPostgres(${JSON.stringify(options)});
    console.log(server.pid());`;
  const parent: ChildProcess = spawn(
    process.execPath,
    ['--import', loader, '--input-type=module', '-e', code],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [pid] = (await once(parent.stdout!, 'data')) as [Buffer];
  expect(serversOn(dataDir)).toEqual([String(pid).trim()]);
  parent.kill('SIGKILL');
  await until(() => serversOn(dataDir).length === 0);
  const server = await started();
  expect(await answersAt(server.ownerUrl)).toBe(true);
});
