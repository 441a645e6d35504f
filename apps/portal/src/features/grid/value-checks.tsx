'use client';
import type { FilterOption } from '@ascent/api';
import type { GridColumn } from '@ascent/schemas';
import { Check, formatInteger, Input, Skeleton } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { trpc } from '@/client/trpc';
import { useAppLocale } from '@/i18n/use-app-locale';
import { columnValue } from './applied-filters';

/** The values that the reader's accounts have, with how many accounts each. */
export function ValueChecks({ column, chosen, onChange }: ValueChecksProps) {
  const t = useTranslations('accounts');
  const locale = useAppLocale();
  const [options, setOptions] = useState<FilterOption[] | 'failed' | null>(null);
  const [text, setText] = useState('');
  useEffect(() => {
    let gone = false;
    trpc.account.options.query({ column: column.id }).then(
      (found) => !gone && setOptions(found),
      () => !gone && setOptions('failed'),
    );
    return () => {
      gone = true;
    };
  }, [column.id]);
  if (options === null) return <Skeleton block />;
  if (options === 'failed') return <p className="hint">{t('optionsFailed')}</p>;
  const shown = options.filter(({ value }) =>
    columnValue(column, value, locale).toLocaleLowerCase(locale).includes(text.toLocaleLowerCase(locale)),
  );
  const toggle = (value: string, on: boolean) =>
    onChange(on ? [...chosen, value] : chosen.filter((each) => each !== value));
  return (
    <>
      {options.length > 12 && (
        <Input
          type="search"
          inputSize="s"
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder={t('findValue')}
          aria-label={t('findValue')}
        />
      )}
      <div className="flex max-h-60 flex-col overflow-y-auto">
        {shown.map(({ value, n }) => (
          <Check
            key={value}
            checked={chosen.includes(value)}
            onChange={(event) => toggle(value, event.target.checked)}
            label={
              <>
                {columnValue(column, value, locale)}{' '}
                <span className="muted xs">{formatInteger(n, locale)}</span>
              </>
            }
          />
        ))}
      </div>
    </>
  );
}

type ValueChecksProps = { column: GridColumn; chosen: string[]; onChange: (values: string[]) => void };
