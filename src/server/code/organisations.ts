import { type Language, languages } from '#i18n/languages.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';

/** Whoever makes statements; `slug` is the end of its public address. */
export type Organisation = { slug: string; name: string; language: Language; isPublic: boolean };

export type OrganisationDraft = { name: string; slug: string; language: string };

export type Founded =
  | { ok: true; slug: string }
  | { ok: false; reason: 'no-name' | 'bad-slug' | 'slug-taken' | 'no-language' };

const longestName = 80;

export async function readOrganisations(db: Db): Promise<Organisation[]> {
  const rows = await db.selectFrom('code_organisation').selectAll().orderBy('name').orderBy('slug').execute();
  return rows.map(({ slug, name, language, public: open }) => ({ slug, name, language, isPublic: open === 1 }));
}

export async function readOrganisation(db: Db, slug: string): Promise<Organisation | null> {
  return (await readOrganisations(db)).find((one) => one.slug === slug) ?? null;
}

/** Sets up an organisation, whose page is not public until somebody switches it on. */
export async function foundOrganisation(db: Db, draft: OrganisationDraft, by: string, now: Instant): Promise<Founded> {
  const name = draft.name.trim().replaceAll(/\s+/g, ' ');
  const slug = draft.slug.trim().toLowerCase();
  const language = languages.find((known) => known === draft.language);
  if (name === '' || name.length > longestName) return { ok: false, reason: 'no-name' };
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug) || slug.length > 60) return { ok: false, reason: 'bad-slug' };
  if (!language) return { ok: false, reason: 'no-language' };
  const added = await db
    .insertInto('code_organisation')
    .values({ slug, name, language, public: 0, changed_by: by, changed_at: now })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning('slug')
    .executeTakeFirst();
  return added ? { ok: true, slug } : { ok: false, reason: 'slug-taken' };
}

/** Switches the public page of an organisation on or off; `false` when there is none of that name. */
export async function setPublic(db: Db, slug: string, isPublic: boolean, by: string, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('code_organisation')
    .set({ public: isPublic ? 1 : 0, changed_by: by, changed_at: now })
    .where('slug', '=', slug)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
