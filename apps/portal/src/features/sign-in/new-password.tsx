'use client';
import { Field } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { PasswordInput } from './password-input';

const PASSWORD_LENGTH_MIN = 12;

/** A password that is being chosen; the server has the same rule. */
export function NewPassword({ label, size }: { label: string; size?: 'm' | 'l' }) {
  const t = useTranslations('reset');
  return (
    <Field label={label} hint={t('rule', { min: PASSWORD_LENGTH_MIN })} required>
      {(control) => (
        <PasswordInput
          {...control}
          size={size}
          name="newPassword"
          autoComplete="new-password"
          minLength={PASSWORD_LENGTH_MIN}
          maxLength={128}
        />
      )}
    </Field>
  );
}
