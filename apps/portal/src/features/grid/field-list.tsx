'use client';
import { type GridColumn, inLocale } from '@ascent/schemas';
import { Input } from '@ascent/ui';
import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAppLocale } from '@/i18n/use-app-locale';

type FieldListProps = { columns: GridColumn[]; onChoose: (chosen: GridColumn | 'signal') => void };

/** Every field by its title, found by its meaning and its name in files too. */
export function FieldList({ columns, onChoose }: FieldListProps) {
  const t = useTranslations('accounts');
  const locale = useAppLocale();
  const [text, setText] = useState('');
  const wanted = text.trim().toLocaleLowerCase(locale);
  const matches = columns.filter((column) =>
    [inLocale(column.title, locale), inLocale(column.meaning, locale), column.id].some((each) =>
      each.toLocaleLowerCase(locale).includes(wanted),
    ),
  );
  const signal = t('fields.topics');
  return (
    <>
      <Input
        type="search"
        inputSize="s"
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder={t('findField', { count: columns.length })}
        aria-label={t('findField', { count: columns.length })}
        icon={<Search aria-hidden />}
      />
      <ul className="picklist" aria-label={t('allFields')}>
        {signal.toLocaleLowerCase(locale).includes(wanted) && (
          <li>
            <button type="button" onClick={() => onChoose('signal')}>
              <span className="ell">{signal}</span>
            </button>
          </li>
        )}
        {matches.slice(0, 100).map((column) => (
          <li key={column.id}>
            <button type="button" onClick={() => onChoose(column)} title={inLocale(column.meaning, locale)}>
              <span className="ell">{inLocale(column.title, locale)}</span>
              <code className="muted xs">{column.id}</code>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
