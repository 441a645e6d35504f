export {
  type AccountDetail,
  type AccountLine,
  type AccountPage,
  AccountQuery,
  type Actor,
  type AudienceLine,
  type CohortLine,
  type DriverLine,
  type Evidence,
  type GateLine,
  type MailLine,
  type ModelDetail,
  type ModelLine,
  type Overview,
  PlatformConfig,
  type ReleaseReview,
  type ReportSummary,
  type RevenueInterval,
  type ScoreAccount,
  type ScoreCard,
  type ScoreChange,
  type ScoreMoves,
  type ShownRelease,
  type TermLine,
  type TicketDetail,
  type TicketLine,
} from '@ascent/services';
export { keptApiServer } from './kept-server';
export { isMissing } from './missing';
export { type Caller, createCaller, type Root, root } from './root';
export { type ApiServer, createApiServer } from './server';
