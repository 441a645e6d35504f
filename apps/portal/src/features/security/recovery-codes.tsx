'use client';
import { Button, Note, toast } from '@ascent/ui';
import { Copy, Download } from 'lucide-react';
import { useTranslations } from 'next-intl';

/** Shown once: afterwards only their ciphertext is kept. */
export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const t = useTranslations('secondFactor');
  const text = `${codes.join('\n')}\n`;
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    toast(t('copied'));
  };
  return (
    <div className="flex flex-col gap-4">
      <Note tone="ok" title={t('codesTitle')} urgent>
        {t('codesText')}
      </Note>
      <ul
        className="mono grid grid-cols-2 gap-x-6 gap-y-1"
        aria-label={t('codes')}
        data-testid="recovery-codes"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="row flex-wrap">
        <Button icon={<Copy aria-hidden />} onClick={copy}>
          {t('copy')}
        </Button>
        <a
          className="btn"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download="ascent-recovery-codes.txt"
        >
          <Download aria-hidden />
          {t('download')}
        </a>
        <Button variant="primary" onClick={onKept}>
          {t('kept')}
        </Button>
      </div>
    </div>
  );
}
