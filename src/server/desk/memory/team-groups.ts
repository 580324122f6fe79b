import type { Catalogue } from '#catalogue/catalogue.ts';
import { facetLabel } from '#catalogue/queries/facets.ts';
import { readSite } from '#core/exposure/exposure.ts';
import type { Db } from '#server/database/open-database.ts';
import type { MemoryGrouping } from './team-order.ts';

/** The group of each of these teams, by their ids; one that has none is left out. */
export async function readGroups(
  db: Db,
  catalogue: Catalogue,
  teamIds: readonly number[],
  grouping: MemoryGrouping,
): Promise<Map<number, string>> {
  if (grouping === 'none' || teamIds.length === 0) return new Map();
  return grouping === 'site' ? bySite(db, teamIds) : byFunction(db, catalogue, teamIds);
}

/** A team with several sites stands at the first of them. */
async function bySite(db: Db, teamIds: readonly number[]): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('team_link')
    .select((eb) => ['team_id', eb.fn.min('word').as('word')])
    .where('kind', '=', 'site')
    .where('team_id', 'in', teamIds)
    .groupBy('team_id')
    .execute();
  return new Map(rows.map(({ team_id, word }) => [team_id, readSite(word).name]));
}

/** What most of a team do; of roles that as many have, the first in the alphabet. */
async function byFunction(db: Db, catalogue: Catalogue, teamIds: readonly number[]): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('person')
    .select((eb) => ['team_id', 'role', eb.fn.countAll<number>().as('count')])
    .where('team_id', 'in', teamIds)
    .groupBy(['team_id', 'role'])
    .orderBy('count', 'desc')
    .orderBy('role')
    .execute();
  const groups = new Map<number, string>();
  for (const { team_id, role } of rows)
    if (!groups.has(team_id)) groups.set(team_id, facetLabel(catalogue, 'role', role));
  return groups;
}
