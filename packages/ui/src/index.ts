export * from './account/cohort-rule';
export * from './account/scorecard';
export * from './account/signal-timeline';
export * from './auth/sign-in-layout';
export * from './charts/as-table';
export {
  type ClusterCounts,
  ClusterLegend,
  ClusterStack,
  type ClusterStackProps,
  type ClusterStackRow,
  ClusterStacks,
  type ClusterStacksProps,
} from './charts/cluster-stack';
export * from './charts/cluster-stack-panel';
export { Matrix, type MatrixProps, TEN_CODES } from './charts/matrix';
export * from './charts/matrix-table';
export { Waterfall, type WaterfallProps } from './charts/waterfall';
export * from './charts/waterfall-panel';
export * from './charts/waterfall-table';
export { classNames } from './class-names';
export * from './controls/button';
export * from './controls/check';
export * from './controls/field';
export * from './controls/input';
export * from './controls/link-button';
export * from './controls/locale-switch';
export * from './controls/locked-button';
export * from './controls/segmented';
export * from './controls/segmented-links';
export * from './controls/tabs';
export * from './controls/text-link';
export * from './controls/theme-toggle';
export { CLUSTER_ORDER, clusterOfCode } from './domain/cluster';
export { initialsOf } from './domain/initials';
export { levelSpan, type MatrixCell } from './domain/matrix';
export type { Driver, WaterfallInput } from './domain/waterfall';
export * from './format/band';
export * from './format/count';
export * from './format/date';
export { formatMoney, formatMoneyRange } from './format/money';
export { formatDecimal, formatInteger, formatPercent } from './format/number';
export * from './format/score';
export * from './forms/use-send';
export { Anchor, type LinkComponent, type LinkProps } from './link';
export * from './marks/avatar';
export * from './marks/brand';
export * from './marks/cluster-chip';
export * from './marks/days';
export * from './marks/delta';
export * from './marks/from-to';
export * from './marks/level-text';
export * from './marks/score-bar';
export * from './marks/steps-glyph';
export * from './marks/tag';
export * from './overlays/dialog';
export * from './overlays/menu';
export * from './overlays/popover';
export * from './overlays/toaster';
export * from './overlays/tooltip';
export * from './panels/kpi-strip';
export * from './panels/note';
export * from './panels/panel';
export * from './settings/locale';
export * from './settings/remember';
export * from './settings/theme';
export type { Settings } from './settings/use-settings-items';
export * from './settings/user-menu';
export * from './shell/blocks';
export { isCurrent, type NavGroup, type NavItem, splitForPhone } from './shell/nav-item';
export * from './shell/page';
export { Shell, type ShellProps } from './shell/shell';
export * from './shell/top-bar';
export * from './states/empty-state';
export * from './states/error-page';
export * from './states/error-state';
export * from './states/not-found-page';
export * from './states/not-found-state';
export * from './states/progress';
export * from './states/stale-bar';
export * from './table/data-table';
export * from './table/filters';
export * from './table/pager';
export { ScrollX } from './table/scroll-x';
export { Skeleton } from './table/skeleton-rows';
export { type Answer, type Noun, type ScoreKind, type UiWords, uiWords } from './words/words';
