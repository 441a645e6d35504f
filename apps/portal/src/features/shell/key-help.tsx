'use client';
import { InfoDialog, Kbd } from '@ascent/ui';
import { useTranslations } from 'next-intl';

const KEYS = [
  ['palette', 'Ctrl K'],
  ['find', '/'],
  ['help', '?'],
  ['go', 'G O · G A · G M · G D · G R'],
  ['rows', 'J · K · ↓ · ↑'],
  ['open', '↵'],
  ['close', 'Esc'],
  ['select', 'X · Shift X · Ctrl A'],
  ['filter', 'F · C · V'],
  ['turn', '[ · ]'],
] as const;

export default function KeyHelp({ onClose }: { onClose: () => void }) {
  const t = useTranslations('palette');
  return (
    <InfoDialog title={t('keysTitle')} close={t('close')} onClose={onClose}>
      <dl className="facts-list">
        {KEYS.map(([id, keys]) => (
          <div key={id}>
            <dt>{t(`keys.${id}`)}</dt>
            <dd>
              <Kbd>{keys}</Kbd>
            </dd>
          </div>
        ))}
      </dl>
      <p className="hint">{t('keysOff')}</p>
    </InfoDialog>
  );
}
