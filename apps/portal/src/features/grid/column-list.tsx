'use client';
import { type GridColumn, inLocale } from '@ascent/schemas';
import { Button, Check, IconButton, Input } from '@ascent/ui';
import { ArrowDown, ArrowUp, Minus, Pin, PinOff, Plus, Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAppLocale } from '@/i18n/use-app-locale';
import { columnLook } from './column-look';
import { useGridFields } from './grid-fields';
import { clampWidth, type GridLayout, PINNED_MAX } from './grid-href';
import { useGridParams } from './use-grid-params';

const WIDTH_STEP = 24;

/** Which columns, in which order and width, and how many stay in front: all of it without a mouse. */
export default function ColumnList({ product, shown, layout }: ColumnListProps) {
  const t = useTranslations('accounts');
  const locale = useAppLocale();
  const columns = useGridFields().columns.filter(
    ({ id, group }) => group !== 'agreement' || id === 'AgreementEndDate',
  );
  const naming = { product, locale, was: t('was'), potential: t('potential') };
  const { change } = useGridParams();
  const [text, setText] = useState('');
  const keep = (next: string[]) => change((params) => params.set('cols', next.join(',')));
  const toggle = (id: string, on: boolean) => keep(on ? [...shown, id] : shown.filter((each) => each !== id));
  const move = (id: string, step: number) => {
    const at = shown.indexOf(id);
    const next = shown.filter((each) => each !== id);
    next.splice(at + step, 0, id);
    keep(next);
  };
  const pin = (count: number) =>
    change((params) => (count > 0 ? params.set('pin', String(count)) : params.delete('pin')));
  const widen = (column: GridColumn, step: number) =>
    change((params) => {
      const width = layout.widths[column.id] ?? columnLook(column, naming).width;
      const widths = { ...layout.widths, [column.id]: clampWidth(width + step) };
      params.set(
        'w',
        Object.entries(widths)
          .map(([id, each]) => `${id}.${each}`)
          .join(','),
      );
    });
  const wanted = text.trim().toLocaleLowerCase(locale);
  const matches = (column: GridColumn) =>
    [inLocale(column.title, locale), inLocale(column.meaning, locale), column.id].some((each) =>
      each.toLocaleLowerCase(locale).includes(wanted),
    );
  const byId = new Map(columns.map((column) => [column.id, column]));
  const front = shown.flatMap((id) => byId.get(id) ?? []).filter(matches);
  const others = columns.filter((column) => !shown.includes(column.id) && matches(column));
  const reset = () =>
    change((params) => {
      for (const name of ['cols', 'w', 'pin']) params.delete(name);
    });
  return (
    <>
      <div className="w-96 p-3">
        <Input
          type="search"
          inputSize="s"
          autoFocus
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder={t('findColumn', { count: columns.length })}
          aria-label={t('findColumn', { count: columns.length })}
          icon={<Search aria-hidden />}
        />
        <div className="picklist">
          {front.length > 0 && <h3 className="menu-label">{t('shownInOrder')}</h3>}
          {front.map((column) => {
            const at = shown.indexOf(column.id);
            const title = inLocale(column.title, locale);
            const isName = column.id === 'AccountName';
            const isPinned = at < layout.pinned;
            return (
              <div key={column.id} className="pickrow">
                <Check
                  checked
                  disabled={isName}
                  onChange={() => toggle(column.id, false)}
                  label={<span title={inLocale(column.meaning, locale)}>{title}</span>}
                />
                <span className="push" />
                <Act
                  label={t('moveUp', { title })}
                  icon={<ArrowUp />}
                  off={isName || at <= 1}
                  onClick={() => move(column.id, -1)}
                />
                <Act
                  label={t('moveDown', { title })}
                  icon={<ArrowDown />}
                  off={isName || at === shown.length - 1}
                  onClick={() => move(column.id, 1)}
                />
                <Act
                  label={t('narrower', { title })}
                  icon={<Minus />}
                  onClick={() => widen(column, -WIDTH_STEP)}
                />
                <Act
                  label={t('wider', { title })}
                  icon={<Plus />}
                  onClick={() => widen(column, WIDTH_STEP)}
                />
                <Act
                  label={t(isPinned ? 'unpin' : 'pin', { title })}
                  icon={isPinned ? <PinOff /> : <Pin />}
                  off={!isPinned && at >= PINNED_MAX}
                  onClick={() => pin(isPinned ? at : at + 1)}
                />
              </div>
            );
          })}
          {others.length > 0 && <h3 className="menu-label">{t('otherColumns')}</h3>}
          {others.map((column) => (
            <Check
              key={column.id}
              checked={false}
              onChange={() => toggle(column.id, true)}
              label={
                <span title={inLocale(column.meaning, locale)}>
                  {inLocale(column.title, locale)} <code className="muted xs">{column.id}</code>
                </span>
              }
            />
          ))}
        </div>
      </div>
      <footer>
        <Button size="s" variant="ghost" onClick={reset}>
          {t('resetColumns')}
        </Button>
        <span className="push" />
        <span className="muted xs">{t('columnsShown', { shown: shown.length, all: columns.length })}</span>
      </footer>
    </>
  );
}

function Act({
  label,
  icon,
  off,
  onClick,
}: {
  label: string;
  icon: React.ReactNode;
  off?: boolean;
  onClick: () => void;
}) {
  return <IconButton size="s" variant="ghost" label={label} icon={icon} disabled={off} onClick={onClick} />;
}

export type ColumnListProps = {
  product: string;
  shown: string[];
  layout: GridLayout;
};
