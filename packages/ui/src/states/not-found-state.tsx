import type { Locale } from '@ascent/schemas';
import { SearchX } from 'lucide-react';
import type { ReactNode } from 'react';
import { uiWords } from '../words/words';
import { EmptyState } from './empty-state';

/** Also what a reader sees of a page that is not theirs: no count, no name, no difference. */
export function NotFoundState({ ask, actions, locale }: NotFoundStateProps) {
  const words = uiWords(locale);
  return (
    <EmptyState icon={<SearchX aria-hidden />} title={words.notFoundTitle} level={1} actions={actions}>
      {words.notFoundText} {ask}
    </EmptyState>
  );
}

export type NotFoundStateProps = {
  /** Whom to ask. */
  ask?: ReactNode;
  actions?: ReactNode;
  locale: Locale;
};
