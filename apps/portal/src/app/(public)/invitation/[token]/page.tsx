import { getTranslations } from 'next-intl/server';
import { InvitationPage } from '@/features/invite/invitation-page';
import { caller } from '@/server/reader';

type Props = { params: Promise<{ token: string }> };

/** The address holds the token: no other site may learn it. */
export async function generateMetadata() {
  return { title: (await getTranslations('invitation'))('title'), referrer: 'same-origin' };
}

export default async function Invitation({ params }: Props) {
  const { token } = await params;
  const { invite, security } = await caller();
  const [found, me] = await Promise.all([
    // A link that is no longer known says so on a page that offers what to do.
    invite.get({ token }).catch((cause: { code?: string }) => {
      if (cause.code === 'NOT_FOUND' || cause.code === 'BAD_REQUEST') return null;
      throw cause;
    }),
    security.whoAmI(),
  ]);
  return <InvitationPage invite={found} token={token} me={me} />;
}
