import { type Db, tables } from '@ascent/db';
import { eq } from 'drizzle-orm';
import { createSeal, isSealed, type Seal } from '../secret/seal';

type Stored = { clientSecret?: string };

/** The settings of an OpenID provider as the table keeps them: the client's secret is closed. SAML has none. */
export function closedConfig(config: Stored, providerId: string, seal: Seal): string {
  const { clientSecret } = config;
  return JSON.stringify(
    clientSecret ? { ...config, clientSecret: seal.close(clientSecret, providerId) } : config,
  );
}

/** The same as sign-in needs them. */
export function openedConfig(stored: string, providerId: string, seal: Seal): string {
  const config = JSON.parse(stored) as Stored;
  const { clientSecret } = config;
  return clientSecret
    ? JSON.stringify({ ...config, clientSecret: seal.open(clientSecret, providerId) })
    : stored;
}

/** Closes what an earlier version kept readable. Safe to run again, and by several at once. */
export async function sealClientSecrets(auth: Db, installationSecret: string): Promise<{ sealed: number }> {
  const seal = createSeal(installationSecret);
  const { ssoProvider } = tables;
  return auth.transaction(async (tx) => {
    const rows = await tx.select().from(ssoProvider).for('update');
    let sealed = 0;
    for (const { id, providerId, oidcConfig } of rows) {
      const config = oidcConfig ? (JSON.parse(oidcConfig) as Stored) : {};
      if (!config.clientSecret || isSealed(config.clientSecret)) continue;
      await tx
        .update(ssoProvider)
        .set({ oidcConfig: closedConfig(config, providerId, seal) })
        .where(eq(ssoProvider.id, id));
      sealed++;
    }
    return { sealed };
  });
}
