import type { Db } from '#server/database/open-database.ts';

/** Those of these teams, the smallest first, for whose people together there is time while somebody waits for the page. */
export async function withinReach(db: Db, teamIds: readonly number[], people: number): Promise<Set<number>> {
  if (teamIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('person')
    .select((eb) => ['team_id', eb.fn.countAll<number>().as('people')])
    .where('team_id', 'in', teamIds)
    .groupBy('team_id')
    .execute();
  const sizes = new Map(rows.map((row) => [row.team_id, Number(row.people)]));
  const sizeOf = (id: number) => sizes.get(id) ?? 0;
  let room = people;
  const smallestFirst = teamIds.toSorted((a, b) => sizeOf(a) - sizeOf(b) || a - b);
  return new Set(
    smallestFirst.filter((id) => {
      room -= sizeOf(id);
      return room >= 0;
    }),
  );
}
