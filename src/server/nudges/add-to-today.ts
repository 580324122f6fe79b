import { dayMs } from '#core/memory/forgetting-curve.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { additionOfAssignments, additionOfSignal } from './additions.ts';
import { additionsInTurn } from './plan-addition.ts';
import type { Planner, TeamPlan } from './plan-nudges.ts';
import { allTeamIds } from './read-teams.ts';

/**
 * Lets what came up today, news or something assigned, go today to whoever may still have mail, where the day was planned before. Each is looked at once, by whichever
 * process comes first; what is older than a day is left to the plans.
 */
export async function* addToToday(planner: Planner, now: Instant): AsyncGenerator<TeamPlan, void, undefined> {
  const { db } = planner;
  for (const { id, teamIds } of await claimAssignments(db, now))
    yield* additionsInTurn(planner, teamIds, additionOfAssignments(new Set([id])), now);
  for (const signal of await claimSignals(db, now)) {
    const teamIds = signal.team_id === null ? await allTeamIds(db) : [signal.team_id];
    yield* additionsInTurn(planner, teamIds, additionOfSignal(signal), now);
  }
}

function claimSignals(db: Db, now: Instant) {
  return db
    .updateTable('signal')
    .set({ added_at: now })
    .where('added_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('made_at', '>=', now - dayMs)
    .returning(['id', 'team_id', 'topic', 'word'])
    .execute();
}

async function claimAssignments(db: Db, now: Instant): Promise<{ id: number; teamIds: number[] }[]> {
  const rows = await db
    .updateTable('assignment')
    .set({ added_at: now })
    .where('added_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('assigned_at', '>=', now - dayMs),
        eb(
          'id',
          'in',
          eb
            .selectFrom('assignment_reminder')
            .select('assignment_reminder.assignment_id')
            .where('reminded_at', '>=', now - dayMs),
        ),
      ]),
    )
    .returning(['id', 'team_id'])
    .execute();
  const named = await db
    .selectFrom('assignment_person')
    .innerJoin('person', 'person.id', 'assignment_person.person_id')
    .select(['assignment_person.assignment_id', 'person.team_id'])
    .where('assignment_person.assignment_id', 'in', [0, ...rows.map(({ id }) => id)])
    .execute();
  const teamsOf = Map.groupBy(named, ({ assignment_id }) => assignment_id);
  return rows.map(({ id, team_id }) => {
    const moved = (teamsOf.get(id) ?? []).map((row) => row.team_id);
    return { id, teamIds: [...new Set([team_id, ...moved])] };
  });
}
