import { localDate } from '#core/planning/calendar/calendar.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { inPost } from '#server/people/in-post.ts';
import { seenOf, type TeamScope } from '../team-scope.ts';

export type ListedTeam = {
  id: number;
  name: string;
  zone: string;
  mailTime: string;
  /** In post on this day of UTC. */
  people: number;
  items: number;
  trainers: number;
  endedOn: string | null;
  /** Another team's name reads alike, so that lists mean that one. */
  twin: boolean;
};

/** The teams of a scope by name, those that ended last, and not those that went into another. */
export async function listTeams(db: Db, scope: TeamScope, now: Instant): Promise<ListedTeam[]> {
  const today = localDate(now, 'Etc/UTC').toString();
  const rows = await db
    .selectFrom('team')
    .select(['id', 'name', 'zone', 'mail_time as mailTime', 'name_key', 'ended_on as endedOn'])
    .select((eb) => [
      eb
        .selectFrom('person')
        .whereRef('person.team_id', '=', 'team.id')
        .where(inPost(today))
        .select((of) => of.fn.countAll<number>().as('people'))
        .as('people'),
      eb
        .selectFrom('exposure')
        .whereRef('exposure.team_id', '=', 'team.id')
        .select((of) => of.fn.countAll<number>().as('items'))
        .as('items'),
      eb
        .selectFrom('team_trainer')
        .whereRef('team_trainer.team_id', '=', 'team.id')
        .select((of) => of.fn.countAll<number>().as('trainers'))
        .as('trainers'),
    ])
    .where((eb) => eb.or([eb('name_key', 'is not', null), eb('ended_on', 'is', null)]))
    .orderBy((eb) => eb.fn.coalesce('ended_on', eb.val('')))
    .orderBy((eb) => eb.fn.coalesce('name_key', 'name'))
    .execute();
  return seenOf(scope, rows, ({ id }) => id).map(({ name_key, people, items, trainers, ...team }) => ({
    ...team,
    ...{ people: Number(people), items: Number(items), trainers: Number(trainers) },
    twin: name_key === null,
  }));
}
