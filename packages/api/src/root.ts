import { account } from './routers/account';
import { audience, cohort } from './routers/campaign';
import { agreement, compare } from './routers/compare';
import { invite } from './routers/invite';
import { model } from './routers/model';
import { feedback, note } from './routers/note';
import { organisation } from './routers/organisation';
import { distributor, people } from './routers/people';
import { release } from './routers/release';
import { report } from './routers/report';
import { security } from './routers/security';
import { session } from './routers/session';
import { audit, key, notification, preference, setting } from './routers/setting';
import { sso } from './routers/sso';
import { mailbox, ticket } from './routers/support';
import { view } from './routers/view';
import { createCallerFactory, router } from './trpc';

export const root = router({
  session,
  invite,
  security,
  sso,
  release,
  account,
  report,
  cohort,
  audience,
  model,
  ticket,
  mailbox,
  view,
  compare,
  agreement,
  note,
  feedback,
  people,
  distributor,
  organisation,
  setting,
  preference,
  key,
  audit,
  notification,
});
export type Root = typeof root;

export const createCaller = createCallerFactory(root);
export type Caller = ReturnType<typeof createCaller>;
