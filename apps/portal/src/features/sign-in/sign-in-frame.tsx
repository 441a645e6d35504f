import { SignInLayout, TextLink } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useAppLocale } from '@/i18n/use-app-locale';
import { AppLink } from '../shell/app-link';
import { LocaleChoice } from './locale-choice';

/** What the pages before sign-in share. */
export function SignInFrame({ title, intro, mailbox, children }: SignInFrameProps) {
  const t = useTranslations('signIn');
  const links = (
    <>
      <TextLink href="/help/request" Link={AppLink}>
        {t('askForHelp')}
      </TextLink>
      {mailbox && (
        <TextLink href="/mailbox" Link={AppLink}>
          {t('mailbox')}
        </TextLink>
      )}
    </>
  );
  return (
    <SignInLayout
      title={title}
      intro={intro}
      tools={<LocaleChoice />}
      links={links}
      pitch={{ title: t('pitchTitle'), text: t('pitchText') }}
      locale={useAppLocale()}
    >
      {children}
    </SignInLayout>
  );
}

type SignInFrameProps = { title: string; intro?: ReactNode; mailbox: boolean; children: ReactNode };
