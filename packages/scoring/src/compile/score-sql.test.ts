import { defaultCatalogue, type ModelDocument } from '@ascent/schemas';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { modelArbitrary } from '../testing';
import { clusterSql, codeSql, levelSql, pointsSql, probabilitySql, scoreSql, sumSql } from './score-sql';

const STRINGS = /'(?:[^'\\]|\\.)*'/gs;
const matrix = defaultCatalogue.matrices[0]!;

test('no level of a model can leave its quotes', () => {
  fc.assert(
    fc.property(modelArbitrary(), (model) => {
      const outside = pointsSql(model).replace(STRINGS, '');
      expect(outside).not.toMatch(/['\\{}?]/);
    }),
  );
});

test('an account is scored by integers only', () => {
  fc.assert(
    fc.property(modelArbitrary(), (model: ModelDocument) => {
      const sql = [pointsSql(model), probabilitySql(model, sumSql(model, 'points'))].join('\n');
      expect(sql.replace(STRINGS, '')).not.toMatch(/\d\.\d|e[+-]\d/);
    }),
  );
});

test('score, level, code and cluster name what they are given and nothing else', () => {
  expect(scoreSql('s')).toBe('toUInt16(least(1000, greatest(0, s)))');
  expect(levelSql('s', { high: 3, medium: 2, low: 1 })).toBe(
    "multiIf(s IS NULL, NULL, s >= 3, 'High', s >= 2, 'Medium', s >= 1, 'Low', 'Very low')",
  );
  const code = codeSql('f', 'i', matrix);
  expect(code.match(/f = '[\w ]+' AND i = '[\w ]+'/g)).toHaveLength(16);
  const cluster = clusterSql('f', 'c', matrix);
  expect(cluster.match(/c = '[AEN]T?\d+'/g)).toHaveLength(10);
  expect(cluster.match(/f = '[\w ]+'/g)).toHaveLength(4);
});
