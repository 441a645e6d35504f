'use client';
import type { Locale } from '@ascent/schemas';
import { uiWords } from '../words/words';
import { Segmented } from './segmented';

/** Each language is named in itself. */
export function LocaleSwitch({ value, onChange, short }: LocaleSwitchProps) {
  return (
    <Segmented
      label={uiWords(value).language}
      value={value}
      onChange={onChange}
      options={[
        { value: 'pt-BR', label: short ? 'PT' : 'Português (BR)', lang: 'pt-BR' },
        { value: 'en', label: short ? 'EN' : 'English', lang: 'en' },
      ]}
    />
  );
}

export type LocaleSwitchProps = { value: Locale; onChange: (locale: Locale) => void; short?: boolean };
