'use client';
import type { ScoreMatrix } from '@ascent/api';
import { type AccountQuery, LEVELS, type SegmentCode } from '@ascent/schemas';
import { Button, formatInteger, Popover, Skeleton, uiWords } from '@ascent/ui';
import { Grid2x2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { trpc } from '@/client/trpc';
import { useAppLocale } from '@/i18n/use-app-locale';
import { useGridParams } from './use-grid-params';

/** Codes picked in the matrix, a row or a column of it at once. */
export function MatrixFilter({ query }: { query: AccountQuery }) {
  const t = useTranslations('accounts');
  const locale = useAppLocale();
  const { change } = useGridParams();
  const [open, setOpen] = useState(false);
  const [matrix, setMatrix] = useState<ScoreMatrix | 'failed' | null>(null);
  const [codes, setCodes] = useState<readonly SegmentCode[]>(query.codes);
  useEffect(() => {
    if (!open) return;
    setCodes(query.codes);
    setMatrix(null);
    trpc.account.matrix.query({ ...query, codes: [], page: 1 }).then(setMatrix, () => setMatrix('failed'));
  }, [open, query]);
  const trigger = (
    <Button size="s" icon={<Grid2x2 aria-hidden />} pressed={query.codes.length > 0 || undefined}>
      {t('matrix')}
    </Button>
  );
  const count = (matrix && matrix !== 'failed' ? matrix.cells : [])
    .filter((cell) => codes.includes(cell.code as SegmentCode))
    .reduce((sum, cell) => sum + cell.n, 0);
  const apply = (chosen: readonly SegmentCode[]) => {
    setOpen(false);
    change((next) => {
      next.delete('code');
      for (const code of chosen) next.append('code', code);
    });
  };
  const footer = (
    <>
      <Button size="s" variant="ghost" onClick={() => apply([])}>
        {t('clearCodes')}
      </Button>
      <span className="push" />
      <Button size="s" variant="primary" onClick={() => apply(codes)}>
        {t('show', { count: formatInteger(count, locale) })}
      </Button>
    </>
  );
  return (
    <Popover
      trigger={trigger}
      label={t('matrix')}
      title={t('matrix')}
      align="end"
      open={open}
      onOpenChange={setOpen}
      footer={footer}
    >
      <div className="px-3 pb-2">
        {matrix === null && <Skeleton block />}
        {matrix === 'failed' && <p className="hint">{t('optionsFailed')}</p>}
        {matrix !== null && matrix !== 'failed' && (
          <MiniMatrix matrix={matrix} codes={codes} onChange={setCodes} />
        )}
      </div>
    </Popover>
  );
}

type MiniMatrixProps = {
  matrix: ScoreMatrix;
  codes: readonly SegmentCode[];
  onChange: (codes: readonly SegmentCode[]) => void;
};

function MiniMatrix({ matrix, codes, onChange }: MiniMatrixProps) {
  const t = useTranslations('accounts');
  const locale = useAppLocale();
  const words = uiWords(locale);
  const at = (fit: string, intent: string) =>
    matrix.cells.find((cell) => cell.fit === fit && cell.intent === intent)!;
  const pick = (wanted: readonly string[]) => {
    const all = wanted.every((code) => codes.includes(code as SegmentCode));
    const rest = codes.filter((code) => !wanted.includes(code));
    onChange(all ? rest : [...rest, ...(new Set(wanted) as Set<SegmentCode>)]);
  };
  return (
    <table className="minimx" aria-label={words.matrixCaption}>
      <thead>
        <tr>
          <td />
          {LEVELS.map((intent) => (
            <th scope="col" key={intent}>
              <button type="button" onClick={() => pick(LEVELS.map((fit) => at(fit, intent).code))}>
                <span className="sr">{t('pickIntent')} </span>
                {words.levels[intent]}
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {LEVELS.map((fit) => (
          <tr key={fit}>
            <th scope="row">
              <button type="button" onClick={() => pick(LEVELS.map((intent) => at(fit, intent).code))}>
                <span className="sr">{t('pickFit')} </span>
                {words.levels[fit]}
              </button>
            </th>
            {LEVELS.map((intent) => {
              const cell = at(fit, intent);
              return (
                <td key={intent}>
                  <button
                    type="button"
                    aria-pressed={codes.includes(cell.code as SegmentCode)}
                    onClick={() => pick([cell.code])}
                  >
                    <b>{cell.code}</b>
                    {formatInteger(cell.n, locale)}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
