'use client';
import { ErrorPage, type PageFailure } from '@ascent/ui';
import { useRouter } from 'next/navigation';
import { useAppLocale } from '@/i18n/use-app-locale';

export function PageError(failure: PageFailure) {
  return <ErrorPage {...failure} refresh={useRouter().refresh} locale={useAppLocale()} />;
}
