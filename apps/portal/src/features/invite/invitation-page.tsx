import type { InviteDetail } from '@ascent/api';
import { formatDate, LinkButton, Note } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { platformConfig } from '@/env';
import { useAppLocale } from '@/i18n/use-app-locale';
import { AppLink } from '../shell/app-link';
import { SignOutButton } from '../sign-in/outside';
import { SignInFrame } from '../sign-in/sign-in-frame';
import { withNext } from '../sign-in/with-next';
import { AcceptForm } from './accept-form';
import { JoinButton } from './join-button';
import { SsoButton } from './sso-button';

type Me = { name: string; email: string } | null;

/** What an invitation offers depends on who looks at it; a dead one says why and what to do. */
export function InvitationPage({
  invite,
  token,
  me,
}: {
  invite: InviteDetail | null;
  token: string;
  me: Me;
}) {
  const t = useTranslations('invitation');
  const mailbox = platformConfig().localMailbox;
  if (invite?.state !== 'open') {
    const why = invite?.state ?? 'unknown';
    return (
      <SignInFrame title={t('title')} mailbox={mailbox}>
        <Note tone="warn" title={t(`dead.${why}.title`)}>
          {t(`dead.${why}.text`)}
        </Note>
        <LinkButton href="/sign-in" size="l" block Link={AppLink}>
          {t('toSignIn')}
        </LinkButton>
      </SignInFrame>
    );
  }
  return (
    <SignInFrame
      title={t('joinTitle', { organisation: invite.partnerName })}
      intro={<Until invite={invite} />}
      mailbox={mailbox}
    >
      <Offer invite={invite} token={token} me={me} />
    </SignInFrame>
  );
}

function Until({ invite }: { invite: InviteDetail }) {
  const t = useTranslations('invitation');
  const date = formatDate(invite.expiresAt, useAppLocale());
  return t('until', { email: invite.email, date, time: invite.expiresAt.slice(11, 16) });
}

function Offer({ invite, token, me }: { invite: InviteDetail; token: string; me: Me }) {
  const t = useTranslations('invitation');
  if (me && me.email !== invite.email)
    return (
      <>
        <Note tone="warn" title={t('otherTitle', { email: me.email })}>
          {t('otherText', { email: invite.email })}
        </Note>
        <SignOutButton label={t('signOut')} />
      </>
    );
  if (me) return <JoinButton id={invite.id} token={token} name={me.name} />;
  if (invite.hasUser)
    return (
      <>
        <p className="dim">{t('hasUser', { email: invite.email })}</p>
        <LinkButton
          href={withNext('/sign-in', `/invitation/${token}`)}
          variant="primary"
          size="l"
          block
          Link={AppLink}
        >
          {t('signInFirst')}
        </LinkButton>
      </>
    );
  return (
    <>
      {invite.sso && <SsoButton providerId={invite.sso.providerId} primary={invite.sso.enforced} />}
      {!invite.sso?.enforced && (
        <AcceptForm id={invite.id} token={token} email={invite.email} name={invite.name} />
      )}
    </>
  );
}
