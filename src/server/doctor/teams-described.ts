import { desk } from '#i18n/en/desk.ts';
import type { Db } from '#server/database/open-database.ts';
import { unknownTeams } from '#server/people/unknown-teams.ts';
import { good, note, type Verdict } from './finding.ts';

/** Whether something is known of each team: without it nobody can tell which cases are like it. */
export async function teamsDescribed(db: Db): Promise<Verdict> {
  const [first, ...others] = await unknownTeams(db);
  if (first === undefined) return good();
  const { sentence, mend } = desk.page.nothingKnown;
  const start = `npm run nudge -- starter "${first}" gives a list to start from.`;
  const alike = others.length > 0 ? ` The same holds for ${others.join('; ')}.` : '';
  return note(`${first}: ${sentence} ${mend} ${start}${alike}`);
}
