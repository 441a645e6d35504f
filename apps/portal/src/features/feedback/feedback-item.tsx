import type { FeedbackLine } from '@ascent/api';
import type { ReaderCatalogue } from '@ascent/schemas';
import { formatDate, Tag, type TagTone } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useAppLocale } from '@/i18n/use-app-locale';
import { subjectTitle, subjectValue } from './subject';

const TONES: Record<FeedbackLine['status'], TagTone> = { open: 'line', accepted: 'ok', declined: 'warn' };

/** Both values side by side, whatever was decided. */
export function FeedbackItem({ line, catalogue, about }: FeedbackItemProps) {
  const t = useTranslations('feedback');
  const locale = useAppLocale();
  const { subject, shownValue, claimedValue, comment, status, answer, author, createdAt } = line;
  return (
    <>
      <div className="row">
        <span className="min-w-0 flex-1">
          <b className="b">{subjectTitle(subject, catalogue, locale)}</b>{' '}
          <span className="muted xs">
            {about}
            {t('by', {
              author,
              day: formatDate(createdAt, locale),
            })}
          </span>
        </span>
        <Tag tone={TONES[status]}>{t(`status.${status}`)}</Tag>
      </div>
      <dl className="bothvalues">
        <div>
          <dt>{t('shown')}</dt>
          <dd>{subjectValue(subject, shownValue, locale)}</dd>
        </div>
        <div>
          <dt>{t('claimed')}</dt>
          <dd className="b">{claimedValue}</dd>
        </div>
      </dl>
      {comment && <p className="said dim">{comment}</p>}
      {answer && (
        <p className="said">
          <b className="b">{t('answer')}</b> {answer}
        </p>
      )}
    </>
  );
}

type FeedbackItemProps = {
  line: FeedbackLine;
  catalogue: ReaderCatalogue | null;
  /** In front of who said it: whose account. */
  about?: ReactNode;
};
