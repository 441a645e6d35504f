import { compileMembership, parseRule, ruleTypes } from '@ascent/cohorts';
import { literal } from '@ascent/scoring';
import { asOfDays, type Month } from '../month';
import { ruleColumn, ruleSource } from '../sql/feature-source';

/** Who belongs to which solution play in this release, and who is new there. */
export async function cohorts(month: Month): Promise<Record<string, unknown>> {
  const { warehouse, catalogue, releaseId, previousId } = month;
  await warehouse.command({
    sql: `ALTER TABLE cohort_members DROP PARTITION '${releaseId}'`,
    idempotent: true,
  });
  if (catalogue.cohorts.length === 0) return { cohorts: 0 };
  const types = ruleTypes(catalogue);
  const members = catalogue.cohorts.map(
    (cohort) =>
      `if(${compileMembership(parseRule(cohort.rule, types), ruleColumn)}, ${literal(cohort.id)}, '')`,
  );
  const source = await ruleSource(month, asOfDays(month).score);
  const before = `SELECT cohort_id, account_id FROM cohort_members WHERE release_id = ${literal(previousId ?? '')}`;
  await warehouse.command({
    sql: `INSERT INTO cohort_members SELECT ${literal(releaseId)}, cohort_id, account_id, ${previousId ? `(cohort_id, account_id) NOT IN (${before})` : '0'} FROM (
      SELECT account_id, arrayJoin(arrayFilter(c -> c != '', [${members.join(',\n')}])) AS cohort_id FROM ${source})`,
  });
  return { cohorts: catalogue.cohorts.length };
}
