import type { Locale } from '@ascent/schemas';
import { RotateCw, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../controls/button';
import { LinkButton } from '../controls/link-button';
import { uiWords } from '../words/words';
import { EmptyState } from './empty-state';

/** Stands in the panel that failed: what failed, what is kept, try again, request id. */
export function ErrorState({
  title,
  children,
  requestId,
  onRetry,
  retryHref,
  actions,
  level,
  locale,
}: ErrorStateProps) {
  const words = uiWords(locale);
  const icon = <RotateCw aria-hidden />;
  return (
    <div role="alert">
      <EmptyState
        icon={<TriangleAlert aria-hidden />}
        title={title}
        level={level}
        actions={
          <>
            {onRetry && (
              <Button icon={icon} onClick={onRetry}>
                {words.tryAgain}
              </Button>
            )}
            {retryHref && (
              <LinkButton icon={icon} href={retryHref}>
                {words.tryAgain}
              </LinkButton>
            )}
            {actions}
          </>
        }
      >
        {children}
        {requestId && (
          <>
            {' '}
            {words.request} <span className="mono">{requestId}</span>.
          </>
        )}
      </EmptyState>
    </div>
  );
}

export type ErrorStateProps = {
  title: ReactNode;
  children?: ReactNode;
  requestId?: string;
  onRetry?: () => void;
  retryHref?: string;
  actions?: ReactNode;
  level?: 1 | 2 | 3;
  locale: Locale;
};
