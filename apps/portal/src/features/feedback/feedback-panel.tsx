import type { FeedbackLine } from '@ascent/api';
import type { ReaderCatalogue } from '@ascent/schemas';
import { Panel } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { FeedbackForm } from './feedback-form';
import { FeedbackItem } from './feedback-item';
import { subjectTitle, subjectValue } from './subject';

/** "This is wrong": what the organisation said of the account's data, and what the host answered. */
export function FeedbackPanel({ accountId, columns, lines, catalogue }: FeedbackPanelProps) {
  const t = useTranslations('feedback');
  const locale = useAppLocale();
  return (
    <Panel title={t('title')} note={t('whose')}>
      {lines.length === 0 ? (
        <p className="void">{t('none')}</p>
      ) : (
        <ul className="notes" aria-label={t('title')}>
          {lines.map((line) => (
            <li key={line.id}>
              <FeedbackItem line={line} catalogue={catalogue} />
            </li>
          ))}
        </ul>
      )}
      <div className="in no-print border-t border-line">
        <FeedbackForm
          accountId={accountId}
          columns={columns.map(({ id, value }) => ({
            id,
            title: subjectTitle(id, catalogue, locale),
            shown: subjectValue(id, String(value ?? ''), locale),
          }))}
        />
      </div>
    </Panel>
  );
}

type FeedbackPanelProps = {
  accountId: string;
  /** What can be called wrong, with what is shown now. */
  columns: { id: string; value: string | number | null }[];
  lines: FeedbackLine[];
  catalogue: ReaderCatalogue;
};
