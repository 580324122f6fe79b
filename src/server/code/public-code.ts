import { localDate } from '#core/planning/calendar/calendar.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { type Organisation, readOrganisation } from './organisations.ts';
import { type CodeYear, readCodeYear, readCodeYears } from './read-code-year.ts';

export type PublicCode = { organisation: Organisation; years: number[]; shown: CodeYear };

/**
 * What stands on the public page of an organisation, and null where it is not switched on or nothing was said: nobody outside learns which of the two.
 * `year` is the one asked for; without it, or when nothing was said in it, the newest.
 */
export async function readPublicCode(
  db: Db,
  slug: string,
  year: number | null,
  on: string,
): Promise<PublicCode | null> {
  const organisation = await readOrganisation(db, slug);
  if (!organisation?.isPublic) return null;
  const years = await readCodeYears(db, slug);
  const shownYear = years.find((one) => one === year) ?? years[0];
  if (shownYear === undefined) return null;
  return { organisation, years, shown: await readCodeYear(db, slug, shownYear, on) };
}

/** The same as an address asks for it; a year that is none is as if none was asked for. */
export function publicCodeAt(db: Db, slug: string, year: string | null, now: Instant): Promise<PublicCode | null> {
  const asked = Number(year ?? Number.NaN);
  return readPublicCode(db, slug, Number.isInteger(asked) ? asked : null, localDate(now, 'Etc/UTC').toString());
}
