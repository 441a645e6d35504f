import type { ScoreMatrix } from '@ascent/api';
import { SizeClass } from '@ascent/schemas';
import { formatInteger, ShareBar } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { sizeWord } from '../account/size-word';
import { AppLink } from '../shell/app-link';
import { type MatrixView, matrixHref } from './matrix-query';

/** The landscape: how many accounts each size class has. One of them narrows everything below. */
export function SizeCards({ matrix, view }: { matrix: ScoreMatrix; view: MatrixView }) {
  const t = useTranslations('matrix');
  const locale = useAppLocale();
  const all = matrix.sizes.reduce((sum, { n }) => sum + n, 0);
  const order = [...SizeClass.options, ''];
  const sizes = [...matrix.sizes].sort((a, b) => order.indexOf(a.size) - order.indexOf(b.size));
  return (
    <ul className="sizecards" aria-label={t('sizes')}>
      {sizes.map(({ size, n }) => {
        const known = SizeClass.safeParse(size);
        const chosen = known.success && view.query.sizes.includes(known.data);
        const next = known.success && !chosen ? [known.data] : [];
        const inside = (
          <>
            <span className="muted xs">{sizeWord(size, locale)}</span>
            <b>{formatInteger(n, locale)}</b>
            <ShareBar share={all ? n / all : 0} most={1} locale={locale} />
          </>
        );
        return (
          <li key={size}>
            {known.success ? (
              <AppLink
                href={matrixHref({ ...view, query: { ...view.query, sizes: next, page: 1 } })}
                aria-current={chosen ? 'true' : undefined}
              >
                {inside}
              </AppLink>
            ) : (
              <span>{inside}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
