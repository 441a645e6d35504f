import { randomUUID } from 'node:crypto';
import { BRAVO, type TwoPartners } from '@ascent/services/testing';

export type Code =
  | 'OK'
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'BAD_REQUEST'
  | 'CONFLICT'
  | 'UNAUTHORIZED'
  | 'INTERNAL_SERVER_ERROR';
export type Alpha = TwoPartners['ids'] & TwoPartners['secrets'] & { organisation: string };

/** What others are answered that call it with Alpha's ids. */
type Answers = {
  /** May everything, at Bravo. */
  bravo: Code;
  /** Sees one location of Alpha. */
  lou: Code;
  /** Sees all of Alpha but what is sensitive. */
  vera: Code;
  /** A distributor that looks at Alpha's rows. */
  via: Code;
};
export type ProcedureRow = Answers & {
  /** Before sign-in; with a session of whatever organisation, or none; with an organisation; the host's staff. */
  who: 'anybody' | 'identified' | 'signed-in' | 'host';
  changes: boolean;
  input?: (alpha: Alpha) => unknown;
  /** What whoever it is for is answered: Alpha's admin, or the host's staff. Undefined = it cannot be tried here. */
  own?: Code;
  /** That answer names Alpha. */
  names: boolean;
  /** About one account, which is there only for those who see it. */
  ofAccount: boolean;
};

const OPEN: Answers = { bravo: 'OK', lou: 'OK', vera: 'OK', via: 'OK' };
const OWNED: Answers = { ...OPEN, bravo: 'NOT_FOUND' };
const ADMINS: Answers = { bravo: 'OK', lou: 'NOT_FOUND', vera: 'NOT_FOUND', via: 'NOT_FOUND' };
const NOBODYS: Answers = { ...ADMINS, bravo: 'NOT_FOUND' };

type Given = Partial<ProcedureRow>;
const row = (answers: Answers, given: Given): ProcedureRow => ({
  ...{ who: 'signed-in', changes: false, own: 'OK', names: false, ofAccount: false },
  ...answers,
  ...given,
});
const reads = (answers: Answers, given: Given = {}) => row(answers, { names: true, ...given });
const counts = (answers: Answers, given: Given = {}) => row(answers, given);
/** Whoever looks at another's rows changes nothing there. */
const changes = (answers: Answers, given: Given = {}) =>
  row(answers, { changes: true, via: 'NOT_FOUND', ...given });
const hosts = (given: Given = {}) => row(NOBODYS, { who: 'host', ...given });
const ofAccount = ({ account }: Alpha) => ({ accountId: account });
const byId = (name: keyof TwoPartners['ids']) => (alpha: Alpha) => ({ id: alpha[name] });

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
const QUESTION = { summary: 'A question', details: 'A question at length' };

/** Every procedure, and how each is called by those who are not to see Alpha. One that is not here fails the tests. */
export const PROCEDURES: Record<string, ProcedureRow> = {
  'session.me': reads(OPEN, { who: 'anybody' }),
  'session.organisations': reads(OPEN, { who: 'identified' }),
  'session.switchTo': row(OWNED, {
    ...{ who: 'identified', changes: true },
    input: ({ organisation }) => ({ organisationId: organisation }),
  }),
  'invite.get': row(NOBODYS, {
    ...{ who: 'anybody', own: 'NOT_FOUND' },
    input: ({ invite }) => ({ token: invite }),
  }),
  'invite.accept': row(NOBODYS, {
    ...{ who: 'anybody', changes: true, own: 'NOT_FOUND' },
    input: ({ invite }) => ({ id: invite, token: 'a guess', name: 'X', password: 'a password to pass' }),
  }),
  /** The mail's own token, in the hands of somebody else. */
  'invite.join': row(NOBODYS, {
    ...{ who: 'identified', changes: true, own: 'NOT_FOUND' },
    input: ({ invite, inviteToken }) => ({ id: invite, token: inviteToken }),
  }),
  'invite.list': reads(ADMINS),
  /** With a place that is Alpha's. */
  'invite.create': changes(ADMINS, {
    bravo: 'BAD_REQUEST',
    input: () => ({ email: 'x@x.example', name: 'X', roles: [{ role: 'report-viewer', scope: 'L1' }] }),
  }),
  'invite.revoke': changes(NOBODYS, { input: byId('invite') }),
  'security.whoAmI': reads(OPEN, { who: 'anybody' }),
  'security.get': reads(OPEN, { who: 'identified' }),
  'security.revokeSession': row(NOBODYS, { who: 'identified', changes: true, input: byId('sessionId') }),
  'security.revokeOthers': row(OPEN, { who: 'identified', changes: true }),
  'sso.list': reads(ADMINS),
  /** For a domain that Alpha has set up already. */
  'sso.add': changes(NOBODYS, {
    ...{ bravo: 'BAD_REQUEST', own: 'CONFLICT' },
    input: ({ organisation }) => ({
      ...{ kind: 'saml', domain: `${organisation}.example`, entityId: 'x', signOnUrl: 'https://x.example' },
      certificate: 'none',
    }),
  }),
  /** The name servers know nothing of such a domain. */
  'sso.proveDomain': changes(NOBODYS, { own: undefined, input: ({ ssoId }) => ({ id: ssoId }) }),
  'sso.enforce': changes(NOBODYS, {
    ...{ own: 'CONFLICT', input: ({ ssoId }) => ({ id: ssoId, enforced: true }) },
  }),
  'sso.remove': changes(NOBODYS, { input: ({ ssoId }) => ({ id: ssoId }) }),
  'release.current': counts(OPEN),
  'release.currentId': counts(OPEN),
  'release.movers': reads(OPEN, { input: () => ({ kind: 'entered' }) }),
  'release.overview': reads(OPEN),
  'release.list': hosts(),
  'release.validation': hosts({ input: () => ({ id: '2026-10.1' }) }),
  'account.list': reads(OPEN, {
    input: ({ account, otherAccount }) => ({ accounts: [account, otherAccount] }),
  }),
  'account.matrix': counts(OPEN, { input: () => ({}) }),
  'account.get': reads(OWNED, { input: ofAccount, ofAccount: true }),
  'account.history': counts(OWNED, { input: ofAccount, ofAccount: true }),
  'account.belongings': reads(OWNED, { input: ofAccount, ofAccount: true }),
  'account.options': reads(OPEN, { input: () => ({ column: 'Industry' }) }),
  'report.list': counts(OPEN),
  'cohort.list': counts(OPEN),
  'audience.list': reads(OPEN),
  'audience.get': reads({ ...OWNED, via: 'NOT_FOUND' }, { input: byId('audience') }),
  /** The one place where a missing role of one's own organisation is called that. */
  'audience.freeze': changes(OPEN, {
    ...{ lou: 'FORBIDDEN', vera: 'FORBIDDEN', input: () => ({ cohort: 'staffed', name: 'X' }) },
  }),
  'model.list': hosts(),
  'model.get': hosts({ input: () => ({ id: 'fit' }) }),
  'ticket.openPublic': row(OPEN, {
    ...{
      who: 'anybody',
      changes: true,
      input: () => ({ ...QUESTION, name: 'X', email: `${randomUUID()}@x.example` }),
    },
  }),
  'ticket.open': changes(OPEN, {
    input: () => ({ ...QUESTION, topic: 'portal', problemType: 'report' }),
  }),
  'ticket.listOwn': reads(OPEN),
  'ticket.getOwn': reads(NOBODYS, { input: byId('ticket') }),
  'ticket.addNote': changes(NOBODYS, { input: ({ ticket }) => ({ ticketId: ticket, body: 'X' }) }),
  'ticket.queue': hosts({ names: true }),
  'ticket.getAny': hosts({ names: true, input: byId('ticket') }),
  'ticket.answer': hosts({
    ...{ changes: true, input: ({ ticket }) => ({ ticketId: ticket, body: 'X', close: false }) },
  }),
  'mailbox.list': row(NOBODYS, { who: 'anybody', own: 'NOT_FOUND' }),
  'view.list': reads(OPEN),
  'view.save': changes(OPEN, { input: () => ({ name: 'X', query: '', audience: 'private' }) }),
  'view.change': changes(NOBODYS, { input: ({ view }) => ({ id: view, name: 'X' }) }),
  'view.remove': changes(NOBODYS, { input: byId('view') }),
  'compare.releases': counts(OPEN, { input: () => ({}) }),
  'compare.cohort': reads(OPEN, { input: () => ({ cohort: 'staffed' }) }),
  'agreement.list': reads(OPEN, { input: () => ({}) }),
  'note.list': reads(OWNED, { input: ofAccount, ofAccount: true }),
  'note.add': changes(OWNED, {
    ...{ input: (alpha) => ({ ...ofAccount(alpha), body: 'X' }), ofAccount: true },
  }),
  'note.setRemoved': changes(NOBODYS, { input: ({ note }) => ({ id: note, removed: true }) }),
  'feedback.list': reads(OWNED, { input: ofAccount, ofAccount: true }),
  'feedback.give': changes(OWNED, {
    ...{ input: (alpha) => ({ ...ofAccount(alpha), subject: 'City', claimedValue: 'X' }), ofAccount: true },
  }),
  'feedback.queue': hosts({ names: true }),
  'feedback.decide': hosts({
    ...{ changes: true, input: ({ feedback }) => ({ id: feedback, accept: true, answer: 'X' }) },
  }),
  'people.list': reads(ADMINS),
  'people.places': reads(ADMINS),
  'people.effect': counts(ADMINS, { input: () => ({ grants: [{ role: 'report-viewer', scope: 'L1' }] }) }),
  'people.changeRights': changes(NOBODYS, { input: ({ userId }) => ({ userId, grants: [] }) }),
  'people.remove': changes(NOBODYS, { input: ({ userId }) => ({ userId }) }),
  'distributor.list': reads(ADMINS),
  /** Bravo lets Alpha see Bravo's rows: that is Bravo's to say. */
  'distributor.grant': changes(ADMINS, {
    own: 'NOT_FOUND',
    input: ({ organisation }) => ({
      ...{ distributorId: organisation, seesSensitive: false },
      expiresAt: tomorrow(),
    }),
  }),
  'distributor.revoke': changes(NOBODYS, { input: byId('access') }),
  'organisation.list': hosts({ names: true, input: () => ({}) }),
  'organisation.get': hosts({ names: true, input: ({ organisation }) => ({ id: organisation }) }),
  'organisation.grantAccess': hosts({
    changes: true,
    input: ({ organisation }) => ({
      ...{ resellerId: organisation, distributorId: BRAVO, seesSensitive: false, expiresAt: tomorrow() },
    }),
  }),
  /** Alpha's admin has taken it back before. */
  'organisation.revokeAccess': hosts({
    ...{ changes: true, own: 'NOT_FOUND' },
    input: ({ organisation, access }) => ({ resellerId: organisation, id: access }),
  }),
  'organisation.confirmDomain': hosts({
    ...{ changes: true, input: ({ ssoId }) => ({ id: ssoId, reason: 'X' }) },
  }),
  /** The name servers know nothing of such a domain. */
  'organisation.checkDomain': hosts({
    ...{ changes: true, own: undefined, input: ({ ssoId }) => ({ id: ssoId }) },
  }),
  'organisation.takeBackDomain': hosts({ changes: true, input: ({ ssoId }) => ({ id: ssoId }) }),
  'setting.get': reads(OPEN),
  'setting.change': changes(ADMINS, { input: () => ({ bom: true }) }),
  'preference.get': counts(OPEN),
  'preference.change': changes(OPEN, { input: () => ({ keys: false }) }),
  'key.list': reads(ADMINS),
  'key.create': changes(ADMINS, { input: () => ({ name: 'X', scopes: ['reports:read'] }) }),
  'key.revoke': changes(NOBODYS, { input: ({ key }) => ({ id: key }) }),
  'audit.list': reads(ADMINS, { input: () => ({}) }),
  'notification.list': reads(OPEN),
  'notification.read': changes(OPEN),
};

export const PATHS = Object.keys(PROCEDURES).sort();
/** The paths of rows that pass. */
export const pathsOf = (test: (row: ProcedureRow) => boolean): string[] =>
  PATHS.filter((path) => test(PROCEDURES[path]!));
