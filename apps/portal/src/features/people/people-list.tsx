'use client';
import type { PersonLine } from '@ascent/api';
import { Avatar, Input, Tag } from '@ascent/ui';
import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAppLocale } from '@/i18n/use-app-locale';
import { AppLink } from '../shell/app-link';
import { WHOLE } from './rights';
import type { InviteLines } from './types';

/** Found by name or address; each with what they may see in a few words. */
export function PeopleList({ people, invites, chosen }: PeopleListProps) {
  const t = useTranslations('people');
  const locale = useAppLocale();
  const [text, setText] = useState('');
  const wanted = text.trim().toLocaleLowerCase(locale);
  const matches = (each: { name: string; email: string }) =>
    `${each.name} ${each.email}`.toLocaleLowerCase(locale).includes(wanted);
  const open = invites.filter((invite) => !invite.expired).filter(matches);
  return (
    <nav className="split-side" aria-label={t('title')}>
      <div className="p-3">
        <Input
          type="search"
          inputSize="s"
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder={t('find', { count: people.length })}
          aria-label={t('find', { count: people.length })}
          icon={<Search aria-hidden />}
        />
      </div>
      <ul>
        {people.filter(matches).map((person) => (
          <li key={person.userId}>
            <AppLink
              className="person"
              href={`/settings/people?person=${encodeURIComponent(person.userId)}`}
              aria-current={person.userId === chosen ? 'page' : undefined}
            >
              <Avatar name={person.name} />
              <span className="min-w-0">
                <b className="ell block">
                  {person.name} {person.isMe && <Tag>{t('you')}</Tag>}
                </b>
                <span className="muted xs ell block">{summaryOf(person, t)}</span>
              </span>
            </AppLink>
          </li>
        ))}
        {open.map((invite) => (
          <li key={invite.id}>
            <AppLink className="person" href="/settings/people?person=invite">
              <Avatar name={invite.name} />
              <span className="min-w-0">
                <b className="ell block">{invite.name}</b>
                <span className="muted xs ell block">{t('invited')}</span>
              </span>
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type Words = ReturnType<typeof useTranslations<'people'>>;

function summaryOf({ grants }: PersonLine, t: Words): string {
  const data = grants.filter(({ role }) => role.endsWith('report-viewer'));
  const whole = data.filter(({ scope }) => scope === WHOLE);
  const parts: string[] = [];
  if (whole.some(({ role }) => role.startsWith('executive'))) parts.push(t('short.executive'));
  else if (whole.length > 0) parts.push(t('short.viewer'));
  else if (data.length > 0)
    parts.push(t('short.places', { count: new Set(data.map(({ scope }) => scope)).size }));
  if (grants.some(({ role }) => role === 'account-admin')) parts.push(t('roles.admin'));
  if (grants.some(({ role }) => role === 'campaign-manager')) parts.push(t('roles.campaigns'));
  return parts.length > 0 ? parts.join(', ') : t('short.none');
}

type PeopleListProps = { people: PersonLine[]; invites: InviteLines; chosen: string | null };
