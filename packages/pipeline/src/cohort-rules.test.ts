import {
  compileMembership,
  compileRule,
  evaluateRule,
  type FactType,
  factsOfRule,
  parseRule,
  type Rule,
  ruleTypes,
} from '@ascent/cohorts';
import { factsArbitrary, RULE_ARBITRARY_TYPES, ruleArbitrary } from '@ascent/cohorts/testing';
import { CLUSTERS, defaultCatalogue } from '@ascent/schemas';
import { sampled, seeded } from '@ascent/scoring/testing';
import { freshWarehouse } from '@ascent/warehouse/testing';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { ruleColumn } from './sql/feature-source';

const database = await freshWarehouse(inject('warehouse'), { migrated: false });
afterAll(database.drop);
const { jobs } = database;

type Facts = Record<string, number | string | null>;

/** A table of facts, columns as the features have them. */
async function factTable(name: string, types: Record<string, FactType>, rows: Facts[]): Promise<void> {
  const columns = Object.entries(types).map(
    ([fact, type]) =>
      `${ruleColumn(fact)} ${type === 'number' ? 'Nullable(Int64)' : 'LowCardinality(Nullable(String))'}`,
  );
  await jobs.command({
    sql: `CREATE TABLE ${name} (id UInt32, ${columns.join(', ')}) ENGINE = MergeTree ORDER BY id`,
  });
  await jobs.insertRows({
    table: name,
    rows: rows.map((facts, id) => ({
      id,
      ...Object.fromEntries(Object.entries(facts).map(([fact, value]) => [ruleColumn(fact), value])),
    })),
  });
}

async function outcomes(name: string, expressions: string[]): Promise<unknown[][]> {
  const columns = expressions.map((sql, at) => `${sql} AS r${at}`);
  const rows = await jobs.query({
    sql: `SELECT ${columns.join(', ')} FROM ${name} ORDER BY id`,
    schema: z.record(z.string(), z.any()),
  });
  return rows.map((row) => expressions.map((_, at) => row[`r${at}`]));
}

describe('the default catalogue', () => {
  const types = ruleTypes(defaultCatalogue);
  const rules = [
    ...defaultCatalogue.cohorts.map(({ id, rule }) => ({ name: id, rule: parseRule(rule, types) })),
    ...defaultCatalogue.flags.map(({ header, rule }) => ({ name: header, rule: parseRule(rule, types) })),
    ...defaultCatalogue.offers.map(({ name, rule }) => ({ name, rule: parseRule(rule, types) })),
    ...defaultCatalogue.products.flatMap(({ id, scope }) =>
      scope ? [{ name: `scope of ${id}`, rule: parseRule(scope, types) }] : [],
    ),
  ];
  const used = [...new Set(rules.flatMap(({ rule }) => factsOfRule(rule)))];
  const usedTypes = Object.fromEntries(used.map((fact) => [fact, types[fact]!]));
  const rows = randomAccounts(2000);

  /** Values at and beside those that the rules compare with; one in eight unknown. */
  function randomAccounts(count: number): Facts[] {
    const random = seeded(17);
    const numbers = [0, 0, 0, 1, 1, 2, 3, 4, 5, 24, 25, 49, 50, 79, 80, 100, 239, 240, 299, 300, 375];
    const texts = [...CLUSTERS, 'Approved - Paid', 'No', ''];
    const pick = <T>(list: readonly T[]) => list[random.below(list.length)]!;
    return Array.from({ length: count }, () =>
      Object.fromEntries(
        used.map((fact) => [
          fact,
          random.below(8) === 0 ? null : usedTypes[fact] === 'number' ? pick(numbers) : pick(texts),
        ]),
      ),
    );
  }

  test('has rules that mean the same in the warehouse and in TypeScript, for 2000 accounts with gaps', async () => {
    await factTable('catalogue_facts', usedTypes, rows);
    const found = await outcomes(
      'catalogue_facts',
      rules.map(({ rule }) => compileMembership(rule, ruleColumn)),
    );
    const expected = rows.map((facts) => rules.map(({ rule }) => Number(evaluateRule(rule, facts) === true)));
    expect(found).toEqual(expected);
    for (const [at, { name }] of rules.entries()) {
      const members = expected.filter((row) => row[at] === 1).length;
      expect(`${name}: ${members > 0} ${members < rows.length}`).toBe(`${name}: true true`);
    }
  });
});

describe('any rule', () => {
  const BATCH = 60;
  const rules: Rule[] = sampled(ruleArbitrary(), { count: 240, seed: 41 });
  const rows: Facts[] = sampled(factsArbitrary(), { count: 120, seed: 42 });

  test('has the same three outcomes in the warehouse and in TypeScript', async () => {
    await factTable('random_facts', RULE_ARBITRARY_TYPES, rows);
    const told = new Set<unknown>();
    for (let start = 0; start < rules.length; start += BATCH) {
      const batch = rules.slice(start, start + BATCH);
      const found = await outcomes(
        'random_facts',
        batch.map((rule) => compileRule(rule, ruleColumn)),
      );
      const expected = rows.map((facts) => batch.map((rule) => asSql(evaluateRule(rule, facts))));
      expect(found).toEqual(expected);
      for (const outcome of expected.flat()) told.add(outcome);
    }
    expect(told).toEqual(new Set([0, 1, null]));
  });

  const asSql = (outcome: boolean | null) => (outcome === null ? null : Number(outcome));
});
