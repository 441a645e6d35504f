import account from './account.json';
import accounts from './accounts.json';
import authFailure from './auth-failure.json';
import belongings from './belongings.json';
import code from './code.json';
import compare from './compare.json';
import downloads from './downloads.json';
import feedback from './feedback.json';
import forgot from './forgot.json';
import help from './help.json';
import history from './history.json';
import invitation from './invitation.json';
import mailbox from './mailbox.json';
import matrix from './matrix.json';
import models from './models.json';
import nav from './nav.json';
import note from './note.json';
import organisations from './organisations.json';
import overview from './overview.json';
import palette from './palette.json';
import passkeys from './passkeys.json';
import people from './people.json';
import publicHelp from './public-help.json';
import refused from './refused.json';
import release from './release.json';
import releases from './releases.json';
import renewals from './renewals.json';
import reset from './reset.json';
import secondFactor from './second-factor.json';
import security from './security.json';
import sessions from './sessions.json';
import settings from './settings.json';
import signIn from './sign-in.json';
import signOn from './sign-on.json';
import ssoSignIn from './sso-sign-in.json';
import support from './support.json';
import ticket from './ticket.json';
import tour from './tour.json';
import validation from './validation.json';
import verify from './verify.json';

/** One file a noun; its name is the namespace. */
export default {
  account,
  accounts,
  authFailure,
  belongings,
  code,
  compare,
  downloads,
  feedback,
  forgot,
  help,
  history,
  invitation,
  mailbox,
  matrix,
  models,
  nav,
  note,
  organisations,
  overview,
  palette,
  passkeys,
  people,
  publicHelp,
  refused,
  release,
  releases,
  renewals,
  reset,
  secondFactor,
  security,
  sessions,
  settings,
  signIn,
  signOn,
  ssoSignIn,
  support,
  ticket,
  tour,
  validation,
  verify,
};
