'use client';
import { IconButton, toast } from '@ascent/ui';
import { Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';

/** A value that has to get somewhere else unchanged. */
export function CopyValue({ label, value }: { label: string; value: string }) {
  const t = useTranslations('signOn');
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    toast(t('copied'));
  };
  return (
    <div className="row">
      <div className="min-w-0 flex-1">
        <p className="lbl">{label}</p>
        <p className="mono break-all">{value}</p>
      </div>
      <IconButton size="s" label={t('copy', { label })} icon={<Copy aria-hidden />} onClick={copy} />
    </div>
  );
}
