import { z } from 'zod';
import { PlainText } from '../plain-text';

export const Workspace = z.enum(['portal', 'campaigns', 'sign-in']);
export const ProblemType = z.enum([
  'cannot-sign-in',
  'access',
  'data-question',
  'wrong-data',
  'report',
  'campaign',
  'other',
]);
export type ProblemType = z.infer<typeof ProblemType>;
export const Severity = z.enum(['critical', 'moderate', 'minimal']);
export const TicketStatus = z.enum(['open', 'attention-needed', 'closed']);
export type TicketStatus = z.infer<typeof TicketStatus>;

const summary = PlainText.min(5).max(200);
const details = PlainText.min(10).max(10_000);

/** Asked from outside, by somebody who cannot sign in. */
export const PublicTicket = z.object({
  name: PlainText.min(1).max(120),
  email: z.email().max(200),
  summary,
  details,
});
export type PublicTicket = z.infer<typeof PublicTicket>;

export const NewTicket = z.object({
  topic: Workspace,
  problemType: ProblemType,
  severity: Severity.default('moderate'),
  summary,
  details,
});
export type NewTicket = z.infer<typeof NewTicket>;

export const NewNote = z.object({ ticketId: z.uuid(), body: PlainText.min(1).max(10_000) });

export const TicketLine = z.object({
  id: z.string(),
  number: z.number(),
  partnerId: z.string(),
  name: z.string(),
  email: z.string(),
  topic: z.string(),
  problemType: z.string(),
  summary: z.string(),
  severity: z.string(),
  status: TicketStatus,
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type TicketLine = z.infer<typeof TicketLine>;

export const TicketDetail = TicketLine.extend({
  details: z.string(),
  notes: z.array(
    z.object({
      id: z.string(),
      author: z.string(),
      byHost: z.boolean(),
      body: z.string(),
      createdAt: z.string(),
    }),
  ),
});
export type TicketDetail = z.infer<typeof TicketDetail>;

/** The organisation under which requests from outside are kept. */
export const PUBLIC_DESK = 'public';
