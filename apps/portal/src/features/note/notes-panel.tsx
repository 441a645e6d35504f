import type { AccountNote } from '@ascent/api';
import { formatDate, Panel } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { NoteForm } from './note-form';
import { RemoveNote } from './remove-note';

/** The organisation's notes about an account, newest first. */
export function NotesPanel({ accountId, notes }: { accountId: string; notes: AccountNote[] }) {
  const t = useTranslations('note');
  const locale = useAppLocale();
  return (
    <Panel title={t('title')} note={t('whose')}>
      {notes.length === 0 ? (
        <p className="void">{t('none')}</p>
      ) : (
        <ul className="notes" aria-label={t('title')}>
          {notes.map(({ id, author, body, createdAt, own }) => (
            <li key={id}>
              <div className="row">
                <span className="ell flex-1">
                  <b className="b" title={author}>
                    {author}
                  </b>{' '}
                  <time className="muted xs" dateTime={createdAt}>
                    {formatDate(createdAt, locale)}
                  </time>
                </span>
                {own && <RemoveNote id={id} />}
              </div>
              <p className="said">{body}</p>
            </li>
          ))}
        </ul>
      )}
      <div className="in no-print border-t border-line">
        <NoteForm accountId={accountId} />
      </div>
    </Panel>
  );
}
