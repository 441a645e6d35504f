'use client';
import { StaleBar } from '@ascent/ui';
import { useRouter } from 'next/navigation';
import { trpc } from '@/client/trpc';
import { useAppLocale } from '@/i18n/use-app-locale';

/** Says that a newer release is out than the one this window was opened with. */
export function NewerRelease({ shown }: { shown: string | null }) {
  const router = useRouter();
  return (
    <StaleBar
      shown={shown}
      ask={() => trpc.release.currentId.query()}
      onShow={() => router.refresh()}
      locale={useAppLocale()}
    />
  );
}
