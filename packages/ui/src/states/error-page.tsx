'use client';
import type { Locale } from '@ascent/schemas';
import { startTransition } from 'react';
import { Page } from '../shell/page';
import { uiWords } from '../words/words';
import { ErrorState } from './error-state';

/** The digest leads from what the reader reports to the line in the log. */
export function ErrorPage({ error, reset, refresh, locale }: ErrorPageProps) {
  const words = uiWords(locale);
  const retry = () =>
    startTransition(() => {
      refresh();
      reset();
    });
  return (
    <Page>
      <ErrorState
        title={words.pageErrorTitle}
        requestId={error.digest}
        onRetry={retry}
        level={1}
        locale={locale}
      >
        {words.pageErrorText}
      </ErrorState>
    </Page>
  );
}

export type PageFailure = { error: Error & { digest?: string }; reset: () => void };
export type ErrorPageProps = PageFailure & {
  /** The app's router reads the page again. */
  refresh: () => void;
  locale: Locale;
};
