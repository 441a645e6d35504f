'use client';
import { Button, Note } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { trpc } from '@/client/trpc';
import { authRequest } from '../sign-in/auth-request';
import { useSend } from '../ticket/use-send';

/** For somebody who is signed in under the invited address. */
export function JoinButton({ id, token, name }: { id: string; token: string; name: string }) {
  const t = useTranslations('invitation');
  const { send, busy, why } = useSend();
  const join = () =>
    send(async () => {
      const { partnerId } = await trpc.invite.join.mutate({ id, token });
      // Lands where one was invited, not where one was before.
      await authRequest('organization/set-active', { organizationId: partnerId });
      window.location.assign('/');
    });
  return (
    <>
      {why && (
        <Note tone="danger" urgent>
          {t(`failures.${why === 'conflict' ? 'conflict' : 'other'}`)}
        </Note>
      )}
      <Button variant="primary" size="l" block busy={busy} onClick={join}>
        {t('joinAs', { name })}
      </Button>
    </>
  );
}
