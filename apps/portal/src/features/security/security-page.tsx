import type { Security } from '@ascent/api';
import { Columns, Page } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { PageTop } from '../shell/page-top';
import { PasskeysPanel } from './passkeys-panel';
import { PasswordPanel } from './password-panel';
import { SecondFactorPanel } from './second-factor-panel';
import { SessionsPanel } from './sessions-panel';

/** How one signs in oneself, and where one is signed in. */
export function SecurityPage({ security }: { security: Security }) {
  const t = useTranslations('security');
  return (
    <>
      <PageTop crumbs={[{ label: t('title') }]} heading />
      <Page>
        <Columns layout="even">
          <div className="flex min-w-0 flex-col gap-4">
            <PasswordPanel hasPassword={security.hasPassword} email={security.email} />
            <SecondFactorPanel on={security.twoFactor} hasPassword={security.hasPassword} />
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            <PasskeysPanel passkeys={security.passkeys} />
            <SessionsPanel sessions={security.sessions} />
          </div>
        </Columns>
      </Page>
    </>
  );
}
