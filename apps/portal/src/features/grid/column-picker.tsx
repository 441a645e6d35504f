'use client';
import { Button, Popover } from '@ascent/ui';
import { Columns3 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useKeys } from '@/client/use-keys';
import type { ColumnListProps } from './column-list';

// Loaded when somebody changes columns.
const ColumnList = dynamic(() => import('./column-list'), { ssr: false });

export function ColumnPicker(props: ColumnListProps) {
  const t = useTranslations('accounts');
  const [open, setOpen] = useState(false);
  useKeys({ c: () => setOpen(true) });
  const trigger = (
    <Button size="s" icon={<Columns3 aria-hidden />}>
      {t('columns')}
    </Button>
  );
  return (
    <Popover trigger={trigger} label={t('columns')} open={open} onOpenChange={setOpen} align="end">
      <ColumnList {...props} />
    </Popover>
  );
}
