import { createHash } from 'node:crypto';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { type ImportSettings, importSettingsSchema } from './import-settings.ts';

/** Of what was said of a file, that which is true of the next file of the same make: nothing in it names a person. */
const rememberedSchema = importSettingsSchema.pick({
  file: true,
  roles: true,
  otherRole: true,
  zone: true,
  teamId: true,
});

function fingerprintOf(headings: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(headings)).digest('base64url');
}

/** Remembers what headings were said to mean; the encoding and the sheet are asked of each file. */
export async function rememberHeadings(
  db: Db,
  headings: readonly string[],
  settings: ImportSettings,
  now: Instant,
): Promise<void> {
  if (headings.length === 0) return;
  const { columns, dateOrder, decimal, zeros } = settings.file;
  const file = {
    ...(columns && { columns }),
    ...(dateOrder && { dateOrder }),
    ...(decimal && { decimal }),
    ...(zeros && { zeros }),
  };
  const answers = JSON.stringify(rememberedSchema.parse({ ...settings, file }));
  await db
    .insertInto('known_headings')
    .values({ fingerprint: fingerprintOf(headings), answers, used_at: now })
    .onConflict((conflict) => conflict.column('fingerprint').doUpdateSet({ answers, used_at: now }))
    .execute();
}

/** What is known of a file with these headings, under what was said of this one. */
export async function withRemembered(
  db: Db,
  headings: readonly string[],
  settings: ImportSettings,
): Promise<ImportSettings> {
  const row = await db
    .selectFrom('known_headings')
    .select('answers')
    .where('fingerprint', '=', fingerprintOf(headings))
    .executeTakeFirst();
  if (!row) return settings;
  const before = rememberedSchema.parse(JSON.parse(row.answers));
  return {
    ...settings,
    file: { ...before.file, ...settings.file },
    roles: { ...before.roles, ...settings.roles },
    otherRole: settings.otherRole ?? before.otherRole,
    zone: settings.zone ?? before.zone,
    teamId: settings.teamId ?? before.teamId,
  };
}
