import { Note } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import type { AuthFailure } from './auth-failure';

/** Says what happened and what to do; what was refused is the form's own to say. */
export function AuthFailureNote({ failure, refused }: { failure: AuthFailure | null; refused: string }) {
  const t = useTranslations('authFailure');
  if (!failure) return null;
  return (
    <Note tone="danger" urgent>
      {failure.why === 'refused' ? refused : t(failure.why, { minutes: failure.minutes })}
    </Note>
  );
}
