'use client';
import { IconButton, toast } from '@ascent/ui';
import { Link2 } from 'lucide-react';
import { useTranslations } from 'next-intl';

/** Exactly what is on the screen, for somebody who may see the same. */
export function CopyLink() {
  const t = useTranslations('accounts');
  return (
    <IconButton
      size="s"
      label={t('copyLink')}
      icon={<Link2 aria-hidden />}
      onClick={async () => {
        try {
          await navigator.clipboard.writeText(window.location.href);
          toast.success(t('linkCopied'));
        } catch {
          toast.error(t('linkNotCopied'));
        }
      }}
    />
  );
}
