'use client';
import { Button, Menu } from '@ascent/ui';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';

/** Plain links: a file is no page of the router. */
export function DownloadMenu({ items }: { items: { id: string; label: string; href: string }[] }) {
  const t = useTranslations('accounts');
  const trigger = (
    <Button size="s" icon={<Download aria-hidden />}>
      {t('downloadRows')}
    </Button>
  );
  return (
    <Menu
      trigger={trigger}
      align="end"
      items={[{ id: 'as', kind: 'label', label: t('downloadAs') }, ...items]}
    />
  );
}
