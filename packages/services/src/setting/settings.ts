import { tables, withTenant } from '@ascent/db';
import { Locale } from '@ascent/schemas';
import { z } from 'zod';
import { requireAdmin } from '../access/require-admin';
import { appendAudit } from '../audit/append';
import type { Context } from '../context';

const LOGO_MAX = 150_000;
/** A picture that a page may show: never one that can hold a script. */
const Logo = z
  .string()
  .max(LOGO_MAX)
  .regex(
    /^data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+/]+=*$/,
    'logo: must be a PNG, JPEG or WebP of at most 110 kB',
  );

/** How an organisation wants things. Every field has a default, so that an older document still reads. */
export const OrganisationSettings = z.object({
  logo: Logo.nullable().default(null),
  /** For people who chose none themselves. */
  locale: Locale.nullable().default(null),
  csvSeparator: z.enum([',', ';', '\t']).default(','),
  decimal: z.enum(['.', ',']).default('.'),
  /** A byte order mark in front of CSV files: older spreadsheets need it to read accents. */
  bom: z.boolean().default(false),
});
export type OrganisationSettings = z.infer<typeof OrganisationSettings>;

export async function organisationSettings({ platform, actor }: Context): Promise<OrganisationSettings> {
  const [row] = await withTenant(platform.app, actor.partnerId, (tx) =>
    tx.select().from(tables.organisationSetting),
  );
  return OrganisationSettings.safeParse(row?.document ?? {}).data ?? OrganisationSettings.parse({});
}

export async function changeSettings(context: Context, input: OrganisationSettings): Promise<void> {
  await requireAdmin(context);
  const { platform, actor } = context;
  const document = OrganisationSettings.parse(input);
  const before = await organisationSettings(context);
  const changed = Object.keys(document).filter(
    (name) =>
      JSON.stringify(document[name as keyof typeof document]) !==
      JSON.stringify(before[name as keyof typeof before]),
  );
  if (changed.length === 0) return;
  const own = { partnerId: actor.partnerId, document, updatedBy: actor.userId, updatedAt: new Date() };
  await withTenant(platform.app, actor.partnerId, async (tx) => {
    await tx
      .insert(tables.organisationSetting)
      .values(own)
      .onConflictDoUpdate({ target: tables.organisationSetting.partnerId, set: own });
    await appendAudit(tx, {
      partnerId: actor.partnerId,
      actor: actor.userId,
      action: 'settings.change',
      subject: actor.partnerId,
      // A picture is named, not kept in the log.
      detail: Object.fromEntries(
        changed.map((name) => [
          name,
          name === 'logo' ? 'changed' : { before: before[name as 'bom'], after: document[name as 'bom'] },
        ]),
      ),
    });
  });
}
