'use client';
import { type Filter, type GridColumn, inLocale } from '@ascent/schemas';
import { Button, Input, Select } from '@ascent/ui';
import { ArrowLeft } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useAppLocale } from '@/i18n/use-app-locale';
import { ValueChecks } from './value-checks';

type Op = Filter['op'];
const OPS: Record<'text' | 'choice' | 'number', readonly Op[]> = {
  text: ['contains', 'starts', 'is', 'not', 'known', 'unknown'],
  choice: ['is', 'not', 'known', 'unknown'],
  number: ['min', 'max', 'is', 'known', 'unknown'],
};

export function FilterForm({ column, onBack, onApply }: FilterFormProps) {
  const t = useTranslations('accounts');
  const locale = useAppLocale();
  const ops = opsOf(column);
  const [op, setOp] = useState<Op>(ops[0]!);
  const [values, setValues] = useState<string[]>([]);
  const needsValue = op !== 'known' && op !== 'unknown';
  const isReady = !needsValue || values.some((value) => value.trim() !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) onApply({ column: column.id, op, values: needsValue ? values : [] });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-2">
      <div className="row nowrap">
        <Button size="s" variant="ghost" icon={<ArrowLeft aria-hidden />} onClick={onBack}>
          {t('otherField')}
        </Button>
        <b className="ell">{inLocale(column.title, locale)}</b>
      </div>
      <p className="hint">{inLocale(column.meaning, locale)}</p>
      <Select
        inputSize="s"
        aria-label={t('operator')}
        value={op}
        onChange={(event) => setOp(event.target.value as Op)}
      >
        {ops.map((each) => (
          <option key={each} value={each}>
            {t(`ops.${each}`)}
          </option>
        ))}
      </Select>
      {needsValue &&
        (column.kind === 'choice' ? (
          <ValueChecks column={column} chosen={values} onChange={setValues} />
        ) : (
          <Input
            inputSize="s"
            autoFocus
            aria-label={t('value')}
            type={inputType(column)}
            step={column.kind === 'score' || column.kind === 'chance' ? '0.1' : undefined}
            value={values[0] ?? ''}
            onChange={(event) => setValues([event.target.value])}
            end={unitOf(column) && <span className="muted xs">{t(`units.${unitOf(column)!}`)}</span>}
          />
        ))}
      <Button type="submit" variant="primary" size="s" aria-disabled={!isReady || undefined}>
        {t('apply')}
      </Button>
    </form>
  );
}

function opsOf(column: GridColumn): readonly Op[] {
  if (column.kind === 'choice') return OPS.choice;
  return column.kind === 'text' || column.kind === 'list' ? OPS.text : OPS.number;
}

function inputType({ kind }: GridColumn): string {
  if (kind === 'date') return 'date';
  return kind === 'text' || kind === 'list' ? 'text' : 'number';
}

function unitOf({ kind }: GridColumn): 'points' | 'percent' | 'dollars' | null {
  if (kind === 'score') return 'points';
  if (kind === 'chance') return 'percent';
  return kind === 'cents' ? 'dollars' : null;
}

type FilterFormProps = { column: GridColumn; onBack: () => void; onApply: (filter: Filter) => void };
