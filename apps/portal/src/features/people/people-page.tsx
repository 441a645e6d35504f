import type { PersonLine, Place } from '@ascent/api';
import { Avatar, formatDate, LinkButton, Page, PageHeader } from '@ascent/ui';
import { UserPlus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { AppLink } from '../shell/app-link';
import { PageTop } from '../shell/page-top';
import { PeopleList } from './people-list';
import { RightsForm } from './rights-form';
import type { AccessLines, InviteLines } from './types';

const InvitePanel = dynamic(() => import('./invite-panel').then(({ InvitePanel: panel }) => panel));
const DistributorPanel = dynamic(() =>
  import('./distributor-panel').then(({ DistributorPanel: panel }) => panel),
);

/** The people of the organisation on the left, what one of them may see on the right. */
export function PeoplePage({ people, places, all, invites, access, chosen, partnerId }: PeoplePageProps) {
  const t = useTranslations('people');
  const locale = useAppLocale();
  const person =
    people.find((each) => each.userId === chosen) ?? people.find((each) => each.isMe) ?? people[0];
  const isInviting = chosen === 'invite';
  return (
    <>
      <PageTop crumbs={[{ label: t('title') }]} heading>
        <LinkButton
          href="/settings/people?person=invite"
          variant="primary"
          size="s"
          icon={<UserPlus aria-hidden />}
          Link={AppLink}
        >
          {t('invite')}
        </LinkButton>
      </PageTop>
      <div className="split">
        <PeopleList
          people={people}
          invites={invites}
          chosen={isInviting ? 'invite' : (person?.userId ?? null)}
        />
        <Page>
          {isInviting && <InvitePanel places={places} invites={invites} />}
          {!isInviting && person && (
            <>
              <PageHeader title={person.name} mark={<Avatar name={person.name} />}>
                <span className="facts">
                  <span>{person.email}</span>
                  <span>{waysOf(person, t)}</span>
                  <span>
                    {person.lastSeenAt
                      ? t('lastSeen', { day: formatDate(person.lastSeenAt, locale) })
                      : t('neverSeen')}
                  </span>
                </span>
              </PageHeader>
              <RightsForm
                key={person.userId}
                person={person}
                places={places}
                all={all}
                partnerId={partnerId}
              />
            </>
          )}
          <DistributorPanel access={access} />
        </Page>
      </div>
    </>
  );
}

type Words = ReturnType<typeof useTranslations<'people'>>;

function waysOf({ singleSignOn, twoFactor, passkeys }: PersonLine, t: Words): string {
  const ways = [
    singleSignOn ? t('ways.sso') : t('ways.password'),
    ...(twoFactor ? [t('ways.twoFactor')] : []),
    ...(passkeys > 0 ? [t('ways.passkeys', { count: passkeys })] : []),
  ];
  return ways.join(', ');
}

type PeoplePageProps = {
  people: PersonLine[];
  places: Place[];
  all: number;
  invites: InviteLines;
  access: AccessLines;
  chosen: string | null;
  partnerId: string;
};
