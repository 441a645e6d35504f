import type { AccountDetail } from '@ascent/api';
import { inLocale } from '@ascent/schemas';
import { DriverList, formatScore, Panel } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';

const SHOWN = 5;
const KINDS = ['fit', 'intent'] as const;

/** The strongest reasons of an account's two scores for one product. */
export function TopDrivers({ account, product }: { account: AccountDetail; product: string }) {
  const t = useTranslations('compare');
  const locale = useAppLocale();
  const card = account.cards.find((each) => each.product === product);
  const name = String(account.profile.AccountName ?? '');
  return (
    <Panel title={name} note={t('topDrivers')}>
      {KINDS.map((kind) => {
        const parts = kind === 'fit' ? card?.fitDrivers : card?.intentDrivers;
        const label = t(`because.${kind}`, { score: formatScore(card?.[kind] ?? null, locale) });
        return (
          <div key={kind}>
            <h3 className="b px-3.5 pt-2.5">{label}</h3>
            {parts && parts.drivers.length > 0 ? (
              <DriverList
                label={`${name}: ${label}`}
                items={parts.drivers.slice(0, SHOWN).map(({ facts, sentence, points }) => ({
                  id: facts.join(' '),
                  sentence: inLocale(sentence, locale),
                  points,
                }))}
                locale={locale}
              />
            ) : (
              <p className="ns px-3.5 pb-2.5">{t('noDrivers')}</p>
            )}
          </div>
        );
      })}
    </Panel>
  );
}
