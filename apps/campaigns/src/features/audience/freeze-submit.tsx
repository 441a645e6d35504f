'use client';
import { Button, formatCount, LockedButton, uiWords } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { NEEDS_ROLE } from './needs-role';

const COUNT = 'freeze-count';

/** Says how many accounts it would be before it is asked for. */
export function FreezeSubmit({ accounts, busy, mayFreeze }: FreezeSubmitProps) {
  const t = useTranslations('freeze');
  const locale = useAppLocale();
  const text = formatCount(accounts, uiWords(locale).account, locale);
  return (
    <div className="row mt-4 flex-wrap">
      {mayFreeze && accounts > 0 ? (
        <Button type="submit" variant="primary" busy={busy} aria-describedby={COUNT}>
          {t('submit')}
        </Button>
      ) : (
        <LockedButton variant="primary" reason={mayFreeze ? COUNT : NEEDS_ROLE}>
          {t('submit')}
        </LockedButton>
      )}
      <output id={COUNT} className="dim">
        {accounts > 0 ? t('count', { accounts: text }) : t('nobody')}
      </output>
    </div>
  );
}

type FreezeSubmitProps = { accounts: number; busy: boolean; mayFreeze: boolean };
