import type { AccountDetail } from '@ascent/api';
import { inLocale, type ReaderCatalogue } from '@ascent/schemas';
import { CohortRule, CohortRules, EmptyState, Panel } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { clauseText } from './clause-text';

/** The solution plays the account is in, each with the facts that say so. */
export function CohortsPanel({
  cohorts,
  catalogue,
}: {
  cohorts: AccountDetail['cohorts'];
  catalogue: ReaderCatalogue;
}) {
  const t = useTranslations('account');
  const locale = useAppLocale();
  const members = cohorts.filter((cohort) => cohort.member);
  return (
    <Panel title={t('cohorts')} note={t('cohortsOf', { count: members.length, all: cohorts.length })}>
      {members.length === 0 ? (
        <EmptyState title={t('noCohorts')}>{t('noCohortsText')}</EmptyState>
      ) : (
        <CohortRules>
          {members.map((cohort) => (
            <CohortRule
              key={cohort.id}
              name={`${inLocale(cohort.category, locale)}: ${inLocale(cohort.play, locale)}`}
              answer="yes"
              facts={cohort.clauses.map((clause) => ({
                id: clause.text,
                text: clauseText(clause, catalogue, locale),
                answer: clause.outcome,
              }))}
              locale={locale}
            />
          ))}
        </CohortRules>
      )}
    </Panel>
  );
}
