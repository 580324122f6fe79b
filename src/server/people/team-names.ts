import { nameKey } from '#core/people/same-name.ts';
import type { Db } from '#server/database/open-database.ts';

/** Which team a name means, however it is typed, and also where the team was called so before. */
export type TeamNames = {
  has: (name: string) => boolean;
  idOf: (name: string) => number | undefined;
  /** The name as the desk shows it. */
  shownOf: (name: string) => string;
  /** All that are shown, for a mend to choose from. */
  all: readonly string[];
};

/** Those of the house: what a list of its people calls as a supplier calls its team is another. */
export async function readTeamNames(db: Db): Promise<TeamNames> {
  const teams = await db
    .selectFrom('team')
    .select(['id', 'name', 'name_key'])
    .where('supplier_id', 'is', null)
    .orderBy('id')
    .execute();
  const former = await db.selectFrom('former_team_name').select(['name_key', 'team_id']).execute();
  const byKey = new Map(former.map(({ name_key, team_id }) => [name_key, team_id]));
  for (const { id, name, name_key } of teams) if (name_key !== null) byKey.set(nameKey(name), id);
  const shown = new Map(teams.map(({ id, name }) => [id, name]));
  const idOf = (name: string) => byKey.get(nameKey(name));
  return {
    idOf,
    has: (name) => idOf(name) !== undefined,
    shownOf: (name) => shown.get(idOf(name) ?? 0) ?? name,
    all: teams.filter(({ name_key }) => name_key !== null).map(({ name }) => name),
  };
}
