import { type Db, tables } from '@ascent/db';
import type { PasskeyOptions } from '@better-auth/passkey';
import { APIError } from 'better-auth/api';
import { eq } from 'drizzle-orm';
import { enforcedSso } from '../sso/by-address';
import { ssoRequired } from './guards';

type Verified = Parameters<
  NonNullable<NonNullable<PasskeyOptions['authentication']>['afterVerification']>
>[0];

/** A passkey stands for both factors, so its device must have asked for the finger, the face or the number. */
export async function checkPasskeySignIn(db: Db, { verification, clientData }: Verified): Promise<void> {
  if (!verification.authenticationInfo.userVerified)
    throw new APIError('UNAUTHORIZED', {
      code: 'PASSKEY_NOT_CONFIRMED',
      message: 'the device did not confirm who you are',
    });
  const [owner] = await db
    .select({ email: tables.user.email })
    .from(tables.passkey)
    .innerJoin(tables.user, eq(tables.user.id, tables.passkey.userId))
    .where(eq(tables.passkey.credentialID, clientData.id));
  if (owner && (await enforcedSso(db, owner.email))) throw ssoRequired();
}
