import { LinkButton, LockedButton } from '@ascent/ui';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { AppLink } from '../shell/app-link';
import { NEEDS_ROLE } from './needs-role';

/** The page's one primary act; the reason for a lock stands on the same page. */
export function FreezeAct({ mayFreeze }: { mayFreeze: boolean }) {
  const t = useTranslations('freeze');
  if (!mayFreeze) {
    return (
      <LockedButton variant="primary" reason={NEEDS_ROLE}>
        {t('title')}
      </LockedButton>
    );
  }
  return (
    <LinkButton href="/audiences/new" variant="primary" icon={<Plus aria-hidden />} Link={AppLink}>
      {t('title')}
    </LinkButton>
  );
}
