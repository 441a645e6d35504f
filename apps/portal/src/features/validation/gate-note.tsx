import type { ReleaseReview } from '@ascent/api';
import { Note } from '@ascent/ui';
import { useTranslations } from 'next-intl';

/** What the gate said, the worst first. */
export function GateNote({ review: { gate, findings } }: { review: ReleaseReview }) {
  const t = useTranslations('validation');
  if (gate === null) return <Note>{t('noGate')}</Note>;
  const tone = gate === 'red' ? 'danger' : gate === 'ready' ? 'ok' : 'warn';
  const sorted = [...findings].sort((a, b) => Number(b.level === 'red') - Number(a.level === 'red'));
  return (
    <Note tone={tone} title={t.has(`gate.${gate}`) ? t(`gate.${gate}`) : gate}>
      {sorted.length === 0 ? (
        t('noFindings')
      ) : (
        <ul className="mt-1 list-disc space-y-0.5 pl-4">
          {sorted.map(({ level, subject, message }) => (
            <li key={`${level} ${subject} ${message}`}>
              <b>{level === 'red' ? t('red') : t('warning')}</b> {subject}: {message}
            </li>
          ))}
        </ul>
      )}
    </Note>
  );
}
