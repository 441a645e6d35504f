import type { ModelDocument } from '@ascent/schemas';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { modelArbitrary } from '../testing';
import { exportSql, pointsSql, probabilitySql, sumSql } from './score-sql';

const STRINGS = /'(?:[^'\\]|\\.)*'/gs;

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

test('an exported model reads stored bins and nothing else', () => {
  fc.assert(
    fc.property(modelArbitrary(), (model) => {
      const body = exportSql(model).replace(/^--.*\n--.*\n/, '');
      expect(body).not.toContain("'v");
      expect(body).not.toMatch(/\bf_/);
      for (const { features } of model.terms)
        for (const at of features) expect(body).toContain(`b_${model.features[at]!.fact}`);
    }),
  );
});
