import { nameKey } from '#core/people/same-name.ts';
import type { Db } from '#server/database/open-database.ts';
import { good, note, type Verdict } from './finding.ts';

/** Whether each team is there once: before names were compared as they read, two ways to type one made two. */
export async function teamsOnce(db: Db): Promise<Verdict> {
  const teams = await db.selectFrom('team').select(['name', 'name_key', 'ended_on']).orderBy('id').execute();
  const twins = teams.filter(({ name_key, ended_on }) => name_key === null && ended_on === null);
  const first = twins[0];
  if (!first) return good();
  const other = teams.find(({ name_key }) => name_key === nameKey(first.name))?.name ?? '';
  const names = twins.map(({ name }) => `"${name}"`).join('; ');
  return note(
    `names that read like another team’s: ${names}. Lists mean the older, here "${other}"; merge the two on the desk, under People, Teams.`,
  );
}
