import { LinkButton, Note } from '@ascent/ui';
import { getTranslations } from 'next-intl/server';
import { platformConfig } from '@/env';
import { AppLink } from '@/features/shell/app-link';
import { SignInFrame } from '@/features/sign-in/sign-in-frame';
import { first } from '@/server/search-param';

type Props = { searchParams: Promise<{ error?: string | string[] }> };

/** Reasons that whoever reads them can do something about; all others are the provider's or ours. */
const REASONS: Record<string, 'notInvited' | 'otherDomain' | 'notVerified' | 'cancelled' | 'stale'> = {
  NOT_INVITED: 'notInvited',
  OTHER_DOMAIN: 'otherDomain',
  ADDRESS_NOT_VERIFIED: 'notVerified',
  access_denied: 'cancelled',
  invalid_state: 'stale',
  state_mismatch: 'stale',
  state_not_found: 'stale',
  please_restart_the_process: 'stale',
};

export async function generateMetadata() {
  return { title: (await getTranslations('refused'))('title') };
}

/** Where an identity provider's answer ends when it opens nothing. */
export default async function RefusedPage({ searchParams }: Props) {
  const t = await getTranslations('refused');
  const reason = REASONS[first((await searchParams).error) ?? ''] ?? 'other';
  return (
    <SignInFrame title={t('title')} mailbox={platformConfig().localMailbox}>
      <Note tone="warn" title={t(`${reason}.title`)}>
        {t(`${reason}.text`)}
      </Note>
      <LinkButton href="/sign-in" variant="primary" size="l" block Link={AppLink}>
        {t('back')}
      </LinkButton>
    </SignInFrame>
  );
}
