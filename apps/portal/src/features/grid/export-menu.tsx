'use client';
import { Button, Menu } from '@ascent/ui';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';

/** What is on the screen, or one of the reports with the same rows. Plain links: a file is no page of the router. */
export function ExportMenu({
  viewHref,
  reports,
}: {
  viewHref: string;
  reports: { id: string; label: string; href: string }[];
}) {
  const t = useTranslations('accounts');
  const trigger = (
    <Button size="s" icon={<Download aria-hidden />}>
      {t('export')}
    </Button>
  );
  return (
    <Menu
      trigger={trigger}
      align="end"
      items={[
        { id: 'view', label: t('downloadView'), href: viewHref },
        { id: 'as', kind: 'label', label: t('downloadAs') },
        ...reports,
      ]}
    />
  );
}
