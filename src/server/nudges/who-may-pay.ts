import type { Catalogue } from '#catalogue/catalogue.ts';
import { programmeForMail } from '#catalogue/queries/programmes.ts';
import type { Language } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import type { Db } from '#server/database/open-database.ts';
import type { NudgeRow } from '#server/database/schema.ts';
import { readTeamCountries } from '#server/support/house-scope.ts';

/** One line of a mail that tells a case: who may pay for what it teaches, where the team is. None where nothing certain was found. */
export async function whoMayPay(
  db: Db,
  catalogue: Catalogue,
  nudge: Pick<NudgeRow, 'kind' | 'case_id' | 'local_date'>,
  teamId: number,
  language: Language,
): Promise<string[]> {
  if (nudge.kind !== 'case') return [];
  const countries = await readTeamCountries(db, teamId);
  const programme = programmeForMail(catalogue, nudge.case_id, countries, nudge.local_date);
  return programme ? [wordsIn(language).support.mailLine(programme.title)] : [];
}
