import { leaksOf, rateDrift, takeRows } from '@ascent/scoring';
import { describe, expect, test } from 'vitest';
import { realData } from '../sample/real-data';
import { propensityTask, type TaskOptions } from './propensity-task';
import { readTable } from './read-table';

const isThere = realData('bank_marketing.csv.gz') !== null;
if (!isThere)
  process.stderr.write('notice: ../shared/data is absent, real tables are not looked at for leaks\n');

/** Filled in by sales staff after the first contact. */
const LATE =
  'lead_quality,lead_profile,last_activity,last_notable_activity,asymmetrique_activity_index,asymmetrique_profile_index,asymmetrique_activity_score,asymmetrique_profile_score';
const SHOPPERS = 'Month,OperatingSystems,Browser,Region,TrafficType,VisitorType';
const byFold = { kind: 'fold', column: 'fold' } as const;
const bySplit = { kind: 'split', column: 'split' } as const;

async function taskOf(
  file: string,
  options: Pick<TaskOptions, 'target' | 'by' | 'time'> & { drop?: string; categorical?: string },
) {
  const names = (text = '') => text.split(',').filter(Boolean);
  const { drop, categorical, ...rest } = options;
  const table = await readTable(realData(file)!);
  return propensityTask(table, { ...rest, drop: names(drop), categorical: names(categorical) });
}

describe.skipIf(!isThere)('of real tables', () => {
  test.each([
    [
      'leads with the notes of sales staff',
      'leads_x_education.csv.gz',
      { target: 'converted', by: byFold, drop: 'prospect_id,lead_number' },
      ['tags'],
    ],
    [
      'leads by time with the notes',
      'leads_x_education.csv.gz',
      { target: 'converted', by: bySplit, drop: 'prospect_id', time: 'lead_number' },
      ['tags'],
    ],
    [
      'leads without what was noted later',
      'leads_x_education.csv.gz',
      { target: 'converted', by: byFold, drop: `prospect_id,lead_number,tags,${LATE}` },
      [],
    ],
    [
      'calls of a bank without their length',
      'bank_marketing.csv.gz',
      { target: 'y', by: byFold, drop: 'row,duration' },
      [],
    ],
    [
      'calls of a bank by time',
      'bank_marketing.csv.gz',
      { target: 'y', by: bySplit, drop: 'duration', time: 'row' },
      [],
    ],
    ['web sessions', 'online_shoppers.csv.gz', { target: 'Revenue', by: byFold, categorical: SHOPPERS }, []],
    [
      'fast growing companies',
      'inc5000_2014.csv.gz',
      { target: 'listed_2018', by: byFold, drop: 'id,company,slug,state,city' },
      [],
    ],
  ])('%s, the columns that look leaked are the ones that are', async (_, file, options, names) => {
    const { table, parts } = await taskOf(file, options);
    expect(leaksOf(table, parts[0]!).map(({ column }) => column)).toEqual(names);
  });

  test('the bank whose rate of success rose fourfold raises the alarm', async () => {
    const { table, parts } = await taskOf('bank_marketing.csv.gz', {
      target: 'y',
      by: bySplit,
      drop: 'row,duration',
    });
    const { train, test: later } = parts[0]!;
    const labels = (rows: Uint32Array) => takeRows(table, rows).labels;
    expect(rateDrift(labels(train), labels(later))!.value).toBeGreaterThan(4);
    const half = (odd: number) => train.filter((_, at) => at % 2 === odd);
    expect(rateDrift(labels(half(0)), labels(half(1)))).toBe(null);
  });
});
