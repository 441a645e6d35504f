import { type Actor, createSeal } from '@ascent/services';
import { ALPHA, allOf, DISTRIBUTOR, freshPlatform, hostActor, twoPartners } from '@ascent/services/testing';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { type Alpha, type Code, PATHS, PROCEDURES, pathsOf } from './procedures.fixture';
import { createCaller, root } from './root';

const stores = await freshPlatform({ postgresUrl: inject('postgresUrl'), warehouse: inject('warehouse') });
afterAll(stores.drop);
const { actors, ids, secrets } = await twoPartners(stores);
const alpha: Alpha = { ...ids, ...secrets, organisation: ALPHA };
/** The same questions about the account of the other location. */
const elsewhere: Alpha = { ...alpha, account: ids.otherAccount };

type Answer = { code: Code; text: string };

function callerOf(actor: Actor) {
  const { userId, name, email } = actor;
  return createCaller({
    ...{ platform: stores.platform, actor, localMailbox: false },
    identity: { userId, name, email, sessionId: 'its own' },
    places: { portalAddress: 'http://portal.test', identityProviders: [] },
    seal: createSeal('a secret of the tests, long enough'),
  });
}

/** The answer as it would be sent, without what the question itself brought along. */
async function ask(actor: Actor, path: string, about = alpha): Promise<Answer> {
  const caller = callerOf(actor) as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  >;
  const [group, procedure] = path.split('.') as [string, string];
  const input = PROCEDURES[path]!.input?.(about);
  const answer = await caller[group]![procedure]!(input).then(
    (data): Answer => ({ code: 'OK', text: JSON.stringify(data) ?? '' }),
    (cause: { code?: Code; message: string }): Answer => ({
      ...{ code: cause.code ?? 'INTERNAL_SERVER_ERROR', text: `${cause.message} ${cause.code}` },
    }),
  );
  return { ...answer, text: textsOf(input).reduce((text, own) => text.replaceAll(own, ''), answer.text) };
}

function textsOf(input: unknown): string[] {
  if (typeof input === 'string') return input === '' ? [] : [input];
  return input && typeof input === 'object' ? Object.values(input).flatMap(textsOf) : [];
}

const ofAlpha = [ALPHA, 'qxalpha', '91827', ...Object.values(ids), ...Object.values(secrets)];
const tracesOf = (text: string) => ofAlpha.filter((mark) => text.toLowerCase().includes(mark.toLowerCase()));
/** Of the account that stands at the other location only. */
const SECOND = new RegExp(`${ALPHA}(-| \\w+ )2\\b|918272|88888`, 'i');

test('every procedure has a row in the matrix, and every row a procedure', () => {
  expect(Object.keys(root._def.procedures).sort()).toEqual(PATHS);
});

test('“forbidden” is said in one place only: of a missing role of one’s own organisation', () => {
  const said = pathsOf((row) => Object.values(row).includes('FORBIDDEN'));
  expect(said.map((path) => [path, PROCEDURES[path]!.bravo, PROCEDURES[path]!.via])).toEqual([
    ['audience.freeze', 'OK', 'NOT_FOUND'],
  ]);
});

describe('sums are over the rows that one sees', () => {
  test.each([
    ['ada', 2, 2],
    ['lou', 1, 1],
    ['vera', 2, 2],
    ['via', 2, 2],
    ['bob', 1, 1],
  ] as const)('%s: %i accounts and %i agreements', async (name, accounts, agreements) => {
    const me = callerOf(actors[name]);
    const [list, matrix, overview, movers, compared, cohort] = await Promise.all([
      me.account.list({}),
      me.account.matrix({}),
      me.release.overview(),
      me.release.movers({ kind: 'entered' }),
      me.compare.releases({}),
      me.compare.cohort({ cohort: 'staffed' }),
    ]);
    const [plays, reports, agreed] = await Promise.all([
      me.cohort.list(),
      me.report.list(),
      me.agreement.list({}),
    ]);
    const topics = await me.account.options({ column: 'Industry' });
    expect({
      list: [list.total, list.all, list.rows.length],
      matrix: [matrix.scored, matrix.cells.reduce((sum, cell) => sum + cell.n, 0)],
      overview: [overview.accounts, overview.entered.accounts],
      movers: movers.accounts,
      compared: [compared.a?.accounts, compared.b.accounts],
      cohort: cohort.members.accounts + cohort.rest.accounts,
      plays: plays.find(({ id }) => id === 'staffed')?.total,
      reports: reports.map(({ report, rows }) => (report === 'agreement-renewal' ? -rows : rows)),
      agreed: [agreed.total, overview.agreements.count],
      topics: topics.reduce((sum, { n }) => sum + n, 0),
    }).toEqual({
      list: [accounts, accounts, accounts],
      matrix: [accounts, accounts],
      overview: [accounts, accounts],
      movers: accounts,
      compared: [accounts, accounts],
      cohort: accounts,
      plays: accounts,
      reports: reports.map(({ report }) => (report === 'agreement-renewal' ? -agreements : accounts)),
      agreed: [agreements, agreements],
      topics: accounts,
    });
  });

  test('also of rights that an admin only thinks of: another tenant’s place has no accounts', async () => {
    const effect = (actor: Actor) =>
      callerOf(actor).people.effect({ grants: [{ role: 'report-viewer', scope: 'L1' }] });
    expect(await effect(actors.ada)).toMatchObject({ accounts: 1 });
    expect(await effect(actors.bob)).toMatchObject({ accounts: 0 });
  });
});

describe('another tenant that calls with Alpha’s ids', () => {
  test.each(pathsOf((row) => !row.changes))('%s: sees no trace of Alpha', async (path) => {
    const { code, text } = await ask(actors.bob, path);
    expect([code, tracesOf(text)]).toEqual([PROCEDURES[path]!.bravo, []]);
  });

  test('changes nothing of Alpha’s, by no mutation, and is told no more', async () => {
    const before = await allOf(stores, ALPHA);
    for (const path of pathsOf((row) => row.changes)) {
      const { code, text } = await ask(actors.bob, path);
      expect([path, code, tracesOf(text)]).toEqual([path, PROCEDURES[path]!.bravo, []]);
    }
    expect(await allOf(stores, ALPHA)).toBe(before);
  });
});

describe('a distributor that looks at Alpha’s rows', () => {
  test.each(pathsOf((row) => !row.changes))('%s: sees what a viewer sees', async (path) => {
    expect((await ask(actors.via, path)).code).toBe(PROCEDURES[path]!.via);
  });

  test.each(['view.list', 'audience.list'])(
    '%s: what its team made for itself is not shown',
    async (path) => {
      expect((await ask(actors.ada, path)).text).toContain(ALPHA);
      expect(await ask(actors.via, path)).toEqual({ code: 'OK', text: '[]' });
    },
  );

  test('changes nothing there, by no mutation: each is not there', async () => {
    const before = await allOf(stores, ALPHA);
    for (const path of pathsOf((row) => row.changes))
      expect([path, (await ask(actors.via, path)).code]).toEqual([path, PROCEDURES[path]!.via]);
    expect(await allOf(stores, ALPHA)).toBe(before);
    expect(await allOf(stores, DISTRIBUTOR)).not.toContain('"X"');
    const others = pathsOf((row) => row.changes && (row.who === 'signed-in' || row.who === 'host'));
    expect(others.filter((path) => PROCEDURES[path]!.via !== 'NOT_FOUND')).toEqual([]);
  });
});

describe('somebody of one location of Alpha', () => {
  test.each(PATHS)('%s: sees nothing of the other location', async (path) => {
    const { ofAccount, lou } = PROCEDURES[path]!;
    const here = await ask(actors.lou, path);
    expect([here.code, SECOND.exec(here.text)]).toEqual([lou, null]);
    const { code, text } = await ask(actors.lou, path, elsewhere);
    expect([code, SECOND.exec(text)]).toEqual([ofAccount ? 'NOT_FOUND' : lou, null]);
  });
});

describe('a report viewer of Alpha', () => {
  const sensitive = [/\$25K-\$50K/, /77777|4242|42\d424|363 ?63|sensitive-evidence/, /[Rr]evenue"|"cents"/];

  test.each(PATHS)('%s: is told nothing sensitive', async (path) => {
    const { code, text } = await ask(actors.vera, path);
    expect(code).toBe(PROCEDURES[path]!.vera);
    for (const mark of sensitive) expect(text).not.toMatch(mark);
  });
});

describe('whoever it is for', () => {
  const reading = pathsOf((row) => !row.changes && row.own !== undefined);
  const changing = pathsOf((row) => row.changes && row.own !== undefined);
  // What ends something goes last.
  const ends = (path: string) => Number(/\.remove$|Others$/.test(path));
  const order = [...changing].sort((a, b) => ends(a) - ends(b));

  test.each([...reading, ...order])('%s: is there', async (path) => {
    const { who, own, names } = PROCEDURES[path]!;
    const { code, text } = await ask(who === 'host' ? hostActor() : actors.ada, path);
    expect(code).toBe(own);
    if (names) expect(tracesOf(text)).not.toEqual([]);
  });
});
