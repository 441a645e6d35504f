import { account } from './routers/account';
import { audience, cohort } from './routers/campaign';
import { model } from './routers/model';
import { release } from './routers/release';
import { report } from './routers/report';
import { session } from './routers/session';
import { mailbox, ticket } from './routers/support';
import { createCallerFactory, router } from './trpc';

export const root = router({ session, release, account, report, cohort, audience, model, ticket, mailbox });
export type Root = typeof root;

export const createCaller = createCallerFactory(root);
export type Caller = ReturnType<typeof createCaller>;
