import { tables, withTenant } from '@ascent/db';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context';

/** How one person wants things in one organisation; language and theme are the browser's own cookies. */
export const Preferences = z.object({
  /** Single keys act on pages. */
  keys: z.boolean().default(true),
  mail: z
    .object({ release: z.boolean().default(true), feedback: z.boolean().default(true) })
    .default({ release: true, feedback: true }),
  /** The first-run tour was seen or closed. */
  tourDone: z.boolean().default(false),
});
export type Preferences = z.infer<typeof Preferences>;
export const PreferenceChange = Preferences.partial();

export async function preferencesOf({ platform, actor }: Context): Promise<Preferences> {
  const [row] = await withTenant(platform.app, actor.partnerId, (tx) =>
    tx.select().from(tables.preference).where(eq(tables.preference.userId, actor.userId)),
  );
  return Preferences.safeParse(row?.document ?? {}).data ?? Preferences.parse({});
}

export async function changePreferences(
  context: Context,
  input: z.input<typeof PreferenceChange>,
): Promise<Preferences> {
  const { platform, actor } = context;
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const document = Preferences.parse({ ...(await preferencesOf(context)), ...given });
  const own = { partnerId: actor.partnerId, userId: actor.userId, document, updatedAt: new Date() };
  await withTenant(platform.app, actor.partnerId, (tx) =>
    tx
      .insert(tables.preference)
      .values(own)
      .onConflictDoUpdate({ target: [tables.preference.partnerId, tables.preference.userId], set: own }),
  );
  return document;
}
