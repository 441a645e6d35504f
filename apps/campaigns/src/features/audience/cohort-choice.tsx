'use client';
import { Field, formatInteger, Select } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import type { PlayChoice, PlayChoices } from './play-choice';

export function CohortChoice({ choices, play, onChange }: CohortChoiceProps) {
  const t = useTranslations('freeze');
  const locale = useAppLocale();
  return (
    <Field label={t('cohort')} hint={play.rule} required>
      {(control) => (
        <Select {...control} name="cohort" value={play.id} onChange={(event) => onChange(event.target.value)}>
          {choices.map((group) => (
            <optgroup key={group.id} label={group.name}>
              {group.plays.map(({ id, name, total }) => (
                <option key={id} value={id}>
                  {name} ({formatInteger(total, locale)})
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
      )}
    </Field>
  );
}

type CohortChoiceProps = { choices: PlayChoices; play: PlayChoice; onChange: (id: string) => void };
