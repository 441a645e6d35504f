'use client';
import { Field } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { PasswordInput } from '../sign-in/password-input';

/** The password that one has, asked again before something is changed. */
export function PasswordField() {
  const t = useTranslations('security');
  return (
    <Field label={t('currentPassword')} required>
      {(control) => (
        <PasswordInput
          {...control}
          size="m"
          name="password"
          autoComplete="current-password"
          maxLength={128}
        />
      )}
    </Field>
  );
}
