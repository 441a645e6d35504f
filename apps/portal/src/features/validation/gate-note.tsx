import type { ReleaseReview } from '@ascent/api';
import { inLocale } from '@ascent/schemas';
import { Note } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';

/** What the gate said, the worst first. */
export function GateNote({ review: { gate, findings } }: { review: ReleaseReview }) {
  const t = useTranslations('validation');
  const locale = useAppLocale();
  if (gate === null) return <Note>{t('noGate')}</Note>;
  const tone = gate === 'red' ? 'danger' : gate === 'ready' ? 'ok' : 'warn';
  const sorted = [...findings].sort((a, b) => Number(b.level === 'red') - Number(a.level === 'red'));
  return (
    <Note tone={tone} title={t.has(`gate.${gate}`) ? t(`gate.${gate}`) : gate}>
      {sorted.length === 0 ? (
        t('noFindings')
      ) : (
        <ul className="mt-1 list-disc space-y-0.5 pl-4">
          {sorted.map(({ level, subject, text }) => (
            <li key={`${level} ${subject.en} ${text.en}`}>
              <b>{level === 'red' ? t('red') : t('warning')}</b>{' '}
              {`${inLocale(subject, locale)}: ${inLocale(text, locale)}`}
            </li>
          ))}
        </ul>
      )}
    </Note>
  );
}
