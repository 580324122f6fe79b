import { hasBegun, hasLeft } from '#core/people/in-post.ts';
import { namedTeams } from '#core/privacy/named-teams.ts';
import { restDays } from '#core/privacy/smallest-team.ts';
import type { Db } from '#server/database/open-database.ts';

/** Teams of which figures are counted: those that may be shown alone, by their names, and those that stand together. */
export type CountedTeams = {
  alone: ReadonlyMap<number, string>;
  together: readonly number[];
  /** Every team counted. */
  ids: readonly number[];
  tooSmall: number;
};

const noTeam = -1;

/** The teams counted, as a list that a statement takes when there is none. */
export const idsOf = ({ ids }: CountedTeams): number[] => [...ids, noTeam];

/** Looks at how many people each team has on a local day, and at nobody. */
export async function readCountedTeams(db: Db, on: string, smallest: number): Promise<CountedTeams> {
  const teams = await db
    .selectFrom('team')
    .select(['id', 'name'])
    .where('ended_on', 'is', null)
    .orderBy('id')
    .execute();
  const counted = await db
    .selectFrom('person')
    .select((eb) => ['team_id', 'starts_on', 'leaves_on', eb.fn.countAll<number>().as('count')])
    .groupBy(['team_id', 'starts_on', 'leaves_on'])
    .execute();
  const since = Temporal.PlainDate.from(on).subtract({ days: restDays }).toString();
  const ofTeam = Map.groupBy(
    counted.filter(({ starts_on, leaves_on }) => hasBegun(starts_on, on) && !hasLeft(leaves_on, since)),
    ({ team_id }) => team_id,
  );
  const sized = teams.map(({ id }) => ({
    id,
    on,
    people: (ofTeam.get(id) ?? []).flatMap(({ leaves_on, count }) =>
      Array.from({ length: Number(count) }, () => ({ leavesOn: leaves_on })),
    ),
  }));
  const { alone, together } = namedTeams(sized, smallest);
  const names = new Map(teams.map(({ id, name }) => [id, name]));
  return {
    alone: new Map(alone.map((id) => [id, names.get(id) ?? ''])),
    together,
    ids: [...alone, ...together],
    tooSmall: teams.length - alone.length,
  };
}
