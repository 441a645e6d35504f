import { type Catalogue, type Fact, fitPeriod, type ModelDocument } from '@ascent/schemas';
import { driversOf, type FactValues, factColumn } from '@ascent/scoring';
import { readerOf } from '../access/reader';
import type { Context, ShownRelease } from '../context';
import { notFound } from '../errors';
import { readModel } from '../model/store';
import { releaseModels, requireRelease } from '../release/shown';
import { accountCohorts, type CohortMembership } from './cohorts';
import { type ProductScore, productScore } from './list';
import { PROFILE_COLUMNS } from './profile-columns';

/** One line of a score's account, in deci-points. `value` is absent where the reader may not see it. */
export type DriverLine = {
  fact: string;
  words: { en: string; pt: string };
  unit: Fact['unit'];
  points: number;
  value?: number | string | null;
};
export type ScoreAccount = { base: number; drivers: DriverLine[]; cap: number; score: number } | null;
export type ScoreCard = ProductScore & {
  fitLevel: string;
  intentLevel: string;
  fitDrivers: ScoreAccount;
  intentDrivers: ScoreAccount;
  /** Millionths. */
  probability: number | null;
  revenuePotential?: string;
};

export type AccountDetail = {
  accountId: string;
  profile: Record<string, string | number | null>;
  cards: ScoreCard[];
  cohorts: CohortMembership[];
  fitAsOf: string;
  intentAsOf: string;
};

/** Everything a seller may know of one account; another tenant's account is simply not found. */
export async function getAccount(context: Context, accountId: string): Promise<AccountDetail> {
  const { platform, actor } = context;
  const release = await requireRelease(platform.app);
  const reader = readerOf(context);
  const products = release.catalogue.products.map((product) => product.id);
  const columns = [
    ...PROFILE_COLUMNS,
    ...products.flatMap((id) => [
      `${id}Cluster`,
      `${id}Code`,
      `${id}WasCode`,
      `${id}FitScore`,
      `${id}IntentScore`,
      `${id}Fit`,
      `${id}Intent`,
      `${id}Propensity`,
      `${id}RevenuePotential`,
    ]),
  ];
  const [row] = await reader.rows({
    releaseId: release.id,
    columns,
    where: [{ column: 'account_id', op: '=', value: accountId }],
    limit: 1,
  });
  if (!row) throw notFound('the account');
  const scores = await reader.scores({ releaseId: release.id, accountId });
  const facts = await factsByDay(context, release, accountId);
  const models = await releaseModels(platform.app, release.id);
  const cards = await Promise.all(
    products.map(async (product): Promise<ScoreCard> => {
      const stored = scores.find((score) => score.product === product);
      const explain = async (
        id: string | undefined,
        points: unknown,
        values: FactValues,
        score: number | null,
      ) => {
        const document = id && score !== null ? (await readModel(platform.app, id)).document : null;
        return document
          ? explained(document, points as number[], {
              values,
              catalogue: release.catalogue,
              seesSensitive: actor.seesSensitive,
            })
          : null;
      };
      const base = productScore(row, product);
      return {
        ...base,
        fitLevel: String(row[`${product}Fit`]),
        intentLevel: String(row[`${product}Intent`]),
        fitDrivers: await explain(models.fit[product], stored?.fit_points, facts.fit, base.fit),
        intentDrivers: await explain(
          models.intent[product],
          stored?.intent_points,
          facts.intent,
          base.intent,
        ),
        probability: row[`${product}Propensity`] as number | null,
        ...(actor.seesSensitive ? { revenuePotential: String(row[`${product}RevenuePotential`]) } : {}),
      };
    }),
  );
  const clusters = Object.fromEntries(cards.map((card) => [`${card.product}Cluster`, card.cluster || null]));
  return {
    accountId,
    profile: Object.fromEntries(PROFILE_COLUMNS.map((name) => [name, row[name] as string | number | null])),
    cards,
    cohorts: accountCohorts(release.catalogue, { ...facts.intent, ...clusters }, actor.seesSensitive),
    fitAsOf: release.fitAsOf,
    intentAsOf: release.intentAsOf,
  };
}

type Explaining = { values: FactValues; catalogue: Catalogue; seesSensitive: boolean };

function explained(
  model: ModelDocument,
  points: number[],
  { values, catalogue, seesSensitive }: Explaining,
): ScoreAccount {
  const { base, drivers, cap, score } = driversOf(model, points, values);
  return {
    base,
    cap,
    score,
    drivers: drivers.map(({ fact: id, points, value }) => {
      const fact = catalogue.facts.find((each) => each.id === id)!;
      const line = { fact: id, words: fact.words, unit: fact.unit, points };
      return fact.visibility === 'open' || seesSensitive ? { ...line, value } : line;
    }),
  };
}

/** Facts as of the fit's and the intent's day; an account that is newer than the quarter has only the latter. */
async function factsByDay(
  context: Context,
  release: ShownRelease,
  accountId: string,
): Promise<{ fit: FactValues; intent: FactValues }> {
  const reader = readerOf(context);
  const columns = release.catalogue.facts.map((fact) => factColumn(fact.id));
  const read = async (asOf: string): Promise<FactValues | null> => {
    const row = await reader.facts({ releaseId: release.id, accountId, asOf, columns });
    return (
      row &&
      Object.fromEntries(
        release.catalogue.facts.map((fact) => [fact.id, row[factColumn(fact.id)] as number | string | null]),
      )
    );
  };
  const intent = (await read(release.intentAsOf)) ?? {};
  const fit =
    fitPeriod(release.period) === release.period ? intent : ((await read(release.fitAsOf)) ?? intent);
  return { fit, intent };
}
