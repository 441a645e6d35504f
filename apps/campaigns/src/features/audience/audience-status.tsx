import type { AudienceLine } from '@ascent/api';
import { Tag } from '@ascent/ui';
import { Check, Loader } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { isReady } from './audience-state';

export function AudienceStatus({ audience }: { audience: Pick<AudienceLine, 'status'> }) {
  const t = useTranslations('audience.statuses');
  const ready = isReady(audience);
  return (
    <span data-testid="audience-status">
      <Tag tone={ready ? 'ok' : 'info'} icon={ready ? <Check aria-hidden /> : <Loader aria-hidden />}>
        {t(ready ? 'ready' : 'freezing')}
      </Tag>
    </span>
  );
}
