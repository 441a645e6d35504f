'use client';
import type { OrganisationChoice } from '@ascent/api';
import { formatDate, Menu, type MenuItem, OrgBlock, toast } from '@ascent/ui';
import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { trpc } from '@/client/trpc';
import { useAppLocale } from '@/i18n/use-app-locale';

/** The organisation one acts in, and the others: one's own, then resellers that a distributor may look at. */
export function OrgMenu({
  current,
  choices,
}: {
  current: { id: string; name: string; logo?: string };
  choices: OrganisationChoice[];
}) {
  const t = useTranslations('palette');
  const locale = useAppLocale();
  if (choices.length < 2) return <OrgBlock name={current.name} detail={current.id} logo={current.logo} />;
  const choose = async (organisationId: string) => {
    try {
      await trpc.session.switchTo.mutate({ organisationId });
      // A full load: nothing of the other organisation stays in the router's cache.
      window.location.assign('/');
    } catch {
      toast.error(t('notSwitched'));
    }
  };
  const items = choices.map(
    ({ id, name, via, expiresAt }): MenuItem => ({
      id,
      label: (
        <span>
          {name}
          {via && (
            <small className="muted block">
              {expiresAt ? t('viaUntil', { via, day: formatDate(expiresAt, locale) }) : via}
            </small>
          )}
        </span>
      ),
      end: id === current.id ? <Check className="ic-s" aria-hidden /> : undefined,
      onSelect: () => void choose(id),
    }),
  );
  return (
    <Menu
      trigger={<OrgBlock name={current.name} detail={current.id} logo={current.logo} chooses />}
      items={items}
    />
  );
}
