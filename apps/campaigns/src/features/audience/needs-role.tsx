import { Note } from '@ascent/ui';
import { useTranslations } from 'next-intl';

/** What a locked act names as its reason. */
export const NEEDS_ROLE = 'needs-role';

export function NeedsRole() {
  const t = useTranslations('needsRole');
  return (
    <div id={NEEDS_ROLE}>
      <Note title={t('title')}>{t('text')}</Note>
    </div>
  );
}
