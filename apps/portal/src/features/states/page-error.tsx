'use client';
import { ErrorState, Page } from '@ascent/ui';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { startTransition } from 'react';
import { useAppLocale } from '@/i18n/use-app-locale';

/** The digest leads from what the reader reports to the line in the log. */
export function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations('states');
  const router = useRouter();
  const retry = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return (
    <Page>
      <ErrorState
        title={t('errorTitle')}
        requestId={error.digest}
        onRetry={retry}
        level={2}
        locale={useAppLocale()}
      >
        {t('errorText')}
      </ErrorState>
    </Page>
  );
}
