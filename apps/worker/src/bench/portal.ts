import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tables } from '@ascent/db';
import { freePort } from '@ascent/db/server';
import { createUser, shownRelease } from '@ascent/services';
import { z } from 'zod';
import { environmentNumber } from '../env';
import { fillSample } from '../sample/fill-sample';
import { appAnswers, startApp } from '../start/app';
import { platformConfig } from '../start/configs';
import type { Stores } from '../stores/open-stores';
import { type Bench, rounded, withPrivateStores } from './bench';
import { type Load, putLoad, quantile, type Sample } from './portal-load';
import { benchPartner, blowUp } from './portal-rows';

const PERIOD = '2026-10';
const SAMPLE_ACCOUNTS = 4000;
const PEOPLE = 20;
const WARM_SECONDS = 10;
const PASSWORD = 'a password of the bench';

/**
 * People at work in the portal over a large release: grid, accounts, overview. `ours` is the grid's 95th percentile,
 * `floor` what is asked of it; the load comes from this process, the server is another one.
 */
export const benchPortal: Bench = async (progress) => {
  const accounts = environmentNumber('ASCENT_BENCH_ACCOUNTS', 1_000_000);
  const partners = environmentNumber('ASCENT_BENCH_PARTNERS', 1);
  const seconds = environmentNumber('ASCENT_BENCH_SECONDS', 60);
  return withPrivateStores(progress, async (stores, folder) => {
    const sample = {
      folder: join(folder, 'market'),
      accounts: SAMPLE_ACCOUNTS,
      period: PERIOD,
      password: PASSWORD,
    };
    await fillSample(stores, sample, progress);
    const releases = await releasesOf(stores);
    await blowUp(stores.warehouse, { releases, accounts, partners }, progress);
    const people = await peopleOf(stores, partners);
    const port = await freePort();
    const platform = {
      ...platformConfig(stores.addresses, stores.run),
      portalAddress: `http://127.0.0.1:${port}`,
    };
    const app = startApp({ name: 'portal', port, platform, onLog: (line) => progress(line) });
    try {
      await appAnswers('portal', port);
      const load = { ...(await loadOf(stores, platform.portalAddress, people, partners)), thinkMs: 1000 };
      progress('warming up');
      await putLoad({ ...load, seconds: WARM_SECONDS });
      const before = await residentMegabytes(app.pid());
      progress(`${PEOPLE} people for ${seconds} s`);
      const samples = await putLoad({ ...load, seconds });
      const after = await residentMegabytes(app.pid());
      const bad = samples.filter(({ status }) => status !== 200).length;
      const grid = timesOf(samples, 'grid');
      return {
        ours: rounded(grid.p95 / 1000),
        peer: null,
        ratio: null,
        floor: 0.2,
        unit: 'seconds',
        detail: {
          ...{ accounts, partners, people: PEOPLE, requests: samples.length, bad },
          grid,
          account: timesOf(samples, 'account'),
          overview: timesOf(samples, 'overview'),
          serverMegabytes: { before, after },
        },
      };
    } finally {
      await app.stop();
    }
  });
};

function timesOf(samples: readonly Sample[], page: Sample['page']) {
  const ms = samples.filter((each) => each.page === page).map((each) => each.ms);
  return { n: ms.length, p50: Math.round(quantile(ms, 0.5)), p95: Math.round(quantile(ms, 0.95)) };
}

/** Both releases with the days of their facts. */
async function releasesOf(stores: Stores): Promise<{ id: string; days: string[] }[]> {
  const rows = await stores.host.select().from(tables.release);
  const Days = z.object({ asOf: z.object({ score: z.string(), fit: z.string() }) });
  return rows
    .filter(({ status }) => status === 'published')
    .map(({ id, manifest }) => ({ id, days: [...new Set(Object.values(Days.parse(manifest).asOf))] }))
    .sort((a, b) => a.id.localeCompare(b.id));
}

/** Executive viewers, spread over the partners. */
async function peopleOf(stores: Stores, partners: number): Promise<string[]> {
  const emails: string[] = [];
  for (let index = 1; index <= partners; index++) {
    const id = benchPartner(index);
    await stores.auth
      .insert(tables.organization)
      .values({ id, name: `Bench ${index}`, slug: id.toLowerCase() });
    await stores.host.insert(tables.partner).values({ partnerId: id, name: `Bench ${index}` });
  }
  for (let person = 0; person < PEOPLE; person++) {
    const email = `person${person}@bench.example`;
    const partnerId = benchPartner(1 + (person % partners));
    const roles = [{ role: 'executive-report-viewer' as const, scope: '*' }];
    await createUser(stores, { email, name: `Person ${person}`, password: PASSWORD, partnerId, roles });
    emails.push(email);
  }
  return emails;
}

async function loadOf(
  stores: Stores,
  address: string,
  people: string[],
  partners: number,
): Promise<Omit<Load, 'seconds' | 'thinkMs'>> {
  const release = (await shownRelease(stores.host))!;
  const values = async (column: string, limit: number, where: string) => {
    const rows = await stores.warehouse.query({
      sql: `SELECT toString(${column}) AS value FROM release_rows WHERE release_id = {release:String} AND ${where} GROUP BY value ORDER BY cityHash64(value) LIMIT ${limit}`,
      params: { release: release.id },
      schema: z.object({ value: z.string() }),
    });
    return rows.map(({ value }) => value).filter((value) => value !== '');
  };
  const cookies: string[] = [];
  for (const email of people) cookies.push(await signIn(address, email));
  const first = "partner_id = 'BENCH-1'";
  return {
    ...{ address, cookies },
    accounts: await Promise.all(
      people.map((_, person) =>
        values('account_id', 500, `partner_id = '${benchPartner(1 + (person % partners))}'`),
      ),
    ),
    countries: await values('Country', 20, first),
    industries: await values('Industry', 20, first),
  };
}

async function signIn(address: string, email: string): Promise<string> {
  const answer = await fetch(`${address}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: address },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  if (answer.status !== 200)
    throw new Error(`${email} could not sign in: ${answer.status} ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

async function residentMegabytes(pid: number | undefined): Promise<number | null> {
  if (!pid) return null;
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
  return kilobytes ? Math.round(Number(kilobytes) / 1024) : null;
}
