export {
  type AccountDetail,
  type AccountLine,
  type AccountPage,
  AccountQuery,
  type Actor,
  type AudienceLine,
  type CohortLine,
  type DriverLine,
  type MailLine,
  type Overview,
  PlatformConfig,
  type ReportSummary,
  type ScoreAccount,
  type ScoreCard,
  type ShownRelease,
  type TicketDetail,
  type TicketLine,
} from '@ascent/services';
export { keptApiServer } from './kept-server';
export { isMissing } from './missing';
export { type Caller, createCaller, type Root, root } from './root';
export { type ApiServer, createApiServer } from './server';
