'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { trpc } from '@/client/trpc';
import { isReady } from './audience-state';

const FIRST_MS = 1_000;
const LONGEST_MS = 15_000;

/** Asks for what is freezing, soon at first and then less often, and reads the page again when one is ready. */
export function FreezeWatch({ ids }: { ids: string[] }) {
  const t = useTranslations('audience');
  const router = useRouter();
  const [watched] = useState(ids.length > 0);
  const freezing = ids.join(' ');
  useEffect(() => {
    if (!freezing) return;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const askIn = (wait: number) => {
      timer = setTimeout(async () => {
        if (!document.hidden && (await anyReady(freezing.split(' ')))) router.refresh();
        if (timer) askIn(Math.min(wait * 1.5, LONGEST_MS));
      }, wait);
    };
    askIn(FIRST_MS);
    return () => {
      if (timer) clearTimeout(timer);
      timer = null;
    };
  }, [freezing, router]);
  if (!watched) return null;
  return (
    <span className="sr" role="status">
      {ids.length > 0 ? t('freezingNow', { count: ids.length }) : t('allReady')}
    </span>
  );
}

/** A request that fails is one that is asked again. */
async function anyReady(ids: string[]): Promise<boolean> {
  try {
    const audiences = await Promise.all(ids.map((id) => trpc.audience.get.query({ id })));
    return audiences.some(isReady);
  } catch {
    return false;
  }
}
