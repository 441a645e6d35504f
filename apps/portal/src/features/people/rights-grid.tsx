'use client';
import type { Place } from '@ascent/api';
import { formatInteger, Radio, ScrollX, Tag } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { type DataRole, type Draft, WHOLE } from './rights';

const CHOICES = ['none', 'report-viewer', 'executive-report-viewer'] as const;

/** One choice a row: the organisation, then each location. */
export function RightsGrid({ places, all, partnerId, draft, before, onChange }: RightsGridProps) {
  const t = useTranslations('people');
  const locale = useAppLocale();
  const set = (scope: string, choice: (typeof CHOICES)[number]) => {
    const { [scope]: _gone, ...rest } = draft.data;
    onChange(choice === 'none' ? rest : { ...rest, [scope]: choice as DataRole });
  };
  const rows = [
    {
      id: WHOLE,
      name: t('whole'),
      detail: `${partnerId}, ${t('locations', { count: places.length })}`,
      accounts: all,
    },
    ...places.map(({ id, name, city, country, accounts }) => ({
      ...{ id, name, accounts },
      detail: [id, city, country].filter(Boolean).join(', '),
    })),
  ];
  const word = (role: DataRole | undefined) => t(`choices.${role ?? 'none'}`);
  return (
    <ScrollX label={t('data')}>
      <table className="tb free rolegrid" aria-label={t('data')}>
        <thead>
          <tr>
            <th scope="col">{t('where')}</th>
            <th scope="col" className="num">
              {t('accounts')}
            </th>
            {CHOICES.map((choice) => (
              <th key={choice} scope="col" className="mid">
                {t(`choices.${choice}`)}
                <small>{t(`choiceNotes.${choice}`)}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, detail, accounts }) => {
            const isNew = before.data[id] !== draft.data[id];
            const covered = id !== WHOLE && draft.data[WHOLE] === 'executive-report-viewer';
            return (
              <tr key={id} className={isNew ? 'changed' : undefined}>
                <th scope="row" className={id === WHOLE ? undefined : 'indent'}>
                  {name} <span className="muted xs">{detail}</span>{' '}
                  {isNew && <Tag>{t('wasRole', { role: word(before.data[id]) })}</Tag>}
                  {covered && <span className="muted xs"> {t('covered')}</span>}
                </th>
                <td className="num">{formatInteger(accounts, locale)}</td>
                {CHOICES.map((choice) => (
                  <td key={choice} className="mid">
                    <Radio
                      name={`role of ${id}`}
                      label={`${name}: ${t(`choices.${choice}`)}`}
                      hideLabel
                      checked={(draft.data[id] ?? 'none') === choice}
                      onChange={() => set(id, choice)}
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollX>
  );
}

type RightsGridProps = {
  places: Place[];
  all: number;
  partnerId: string;
  draft: Draft;
  before: Draft;
  onChange: (data: Draft['data']) => void;
};
