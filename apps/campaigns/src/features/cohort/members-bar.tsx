import { type ClusterCounts, ClusterStack, placed } from '@ascent/ui';
import { useAppLocale } from '@/i18n/use-app-locale';

/** Length on a root scale of the longest bar: a small cohort stays visible beside a large one. */
export function MembersBar({ counts, total, longest }: MembersBarProps) {
  const locale = useAppLocale();
  if (total === 0) return null;
  return (
    <div className="flex-1">
      <div {...placed({ width: 100 * Math.sqrt(total / longest) })}>
        <ClusterStack counts={counts} locale={locale} hidden />
      </div>
    </div>
  );
}

type MembersBarProps = { counts: ClusterCounts; total: number; longest: number };
