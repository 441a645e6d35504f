import { z } from 'zod';
import { PlainText } from '../plain-text';
import { PASSWORD_LENGTH_MIN } from '../sign-in/password-rule';
import { Role } from '../user/role';

/** Host staff is nobody's to give by an invitation. */
const InvitedRole = Role.exclude(['host-staff']);

export const NewInvite = z.object({
  email: z.email().max(200).toLowerCase(),
  name: PlainText.min(1).max(120),
  roles: z
    .array(z.object({ role: InvitedRole, scope: z.string().min(1).max(100) }))
    .min(1)
    .max(200),
});
export type NewInvite = z.infer<typeof NewInvite>;

export const InviteState = z.enum(['open', 'used', 'revoked', 'expired']);
export type InviteState = z.infer<typeof InviteState>;

/** The page shows one invitation and the mail's token names one: they have to be the same. */
export const InviteAnswer = z.object({ id: z.uuid(), token: z.string().min(1).max(100) });
export type InviteAnswer = z.infer<typeof InviteAnswer>;

export const AcceptInvite = InviteAnswer.extend({
  name: PlainText.min(1).max(120),
  password: z.string().min(PASSWORD_LENGTH_MIN).max(128),
});
export type AcceptInvite = z.infer<typeof AcceptInvite>;
