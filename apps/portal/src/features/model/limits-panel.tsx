import { Panel } from '@ascent/ui';
import { useTranslations } from 'next-intl';

/** Where a model ends: the same for every one, and never left out. */
export function LimitsPanel() {
  const t = useTranslations('models');
  return (
    <Panel title={t('limits')} padded>
      <ul className="list-disc space-y-1.5 pl-4">
        {(['time', 'cause', 'scope', 'sector'] as const).map((limit) => (
          <li key={limit}>{t(`limit.${limit}`)}</li>
        ))}
      </ul>
    </Panel>
  );
}
