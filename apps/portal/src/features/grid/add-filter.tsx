'use client';
import type { Filter, GridColumn } from '@ascent/schemas';
import { Button, Popover } from '@ascent/ui';
import { Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useKeys } from '@/client/use-keys';
import { writeFilter } from './grid-href';
import { useGridParams } from './use-grid-params';

// Loaded when somebody filters.
const FilterSteps = dynamic(() => import('./filter-steps'), { ssr: false });

/** First the field, found by its name or meaning, then what it has to be. */
export function AddFilter() {
  const t = useTranslations('accounts');
  const { change } = useGridParams();
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<GridColumn | 'signal' | null>(null);
  useKeys({ f: () => setOpen(true) });
  const close = () => {
    setOpen(false);
    setChosen(null);
  };
  const add = (filter: Filter) => {
    close();
    change((next) => next.append('f', writeFilter(filter)));
  };
  const signal = (edit: (next: URLSearchParams) => void) => {
    close();
    change(edit);
  };
  const trigger = (
    <Button size="s" variant="ghost" icon={<Plus aria-hidden />}>
      {t('addFilter')}
    </Button>
  );
  return (
    <Popover
      trigger={trigger}
      label={t('addFilter')}
      open={open}
      onOpenChange={(next) => (next ? setOpen(true) : close())}
    >
      <FilterSteps chosen={chosen} onChoose={setChosen} onAdd={add} onSignal={signal} />
    </Popover>
  );
}
