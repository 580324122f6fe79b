import { wentOut } from '#core/delivery/message-state.ts';
import type { SuppressionKind } from '#core/delivery/suppression.ts';
import { hasLeft } from '#core/people/in-post.ts';
import { localDate } from '#core/planning/calendar/calendar.ts';
import type { Pace } from '#core/planning/pace.ts';
import { readSilentPeople } from '#server/bounces/silent-people.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { suppressionsInForce } from '#server/outbox/suppression.ts';

export type TeamMember = {
  id: number;
  name: string;
  role: string;
  joinedYear: number | null;
  leavesOn: string | null;
  pace: Pace;
  /** Only mail that a server took can be told of, so of silence no more than this is known. */
  state: 'gets mail' | 'perhaps not reached' | 'paused' | 'unsubscribed' | 'address refused';
  pausedUntil: string | null;
  sent: number;
  answered: number;
};

export type TeamPage = {
  id: number;
  name: string;
  /** Region whose public holidays are free; null is none. */
  holidays: string | null;
  members: TeamMember[];
  /** What the team calls items that the vocabulary has no word for, by their names. */
  ownWords: ReadonlyMap<string, string>;
  /** Their ids, by their names. */
  itemIds: ReadonlyMap<string, number>;
};

/** What the desk shows of one team, or `null` when there is no such team. */
export async function readTeamPage(db: Db, id: number, now: Instant): Promise<TeamPage | null> {
  const team = await db.selectFrom('team').selectAll().where('id', '=', id).executeTakeFirst();
  if (!team) return null;
  const people = await db
    .selectFrom('person')
    .leftJoin(suppressionsInForce(db, now).as('suppressed'), 'suppressed.address', 'person.email')
    .selectAll('person')
    .select('suppressed.kind')
    .where('team_id', '=', id)
    .orderBy('person.name')
    .execute();
  const counts = await answerCounts(db, id);
  const zones = [...new Set(people.map(({ zone }) => zone))];
  const todayIn = new Map(zones.map((zone) => [zone, localDate(now, zone).toString()]));
  const silent = new Set((await readSilentPeople(db, { teamId: id }, now)).map((person) => person.id));
  return {
    id,
    name: team.name,
    holidays: team.holidays,
    ...(await itemsByName(db, id)),
    members: people
      .filter((person) => !hasLeft(person.leaves_on, todayIn.get(person.zone) ?? ''))
      .map((person) => ({
        id: person.id,
        name: person.name,
        role: person.role,
        joinedYear: person.joined_year,
        leavesOn: person.leaves_on,
        pace: person.pace,
        pausedUntil: person.paused_until,
        state: memberState(person, silent, todayIn.get(person.zone) ?? ''),
        ...(counts.get(person.id) ?? { sent: 0, answered: 0 }),
      })),
  };
}

async function itemsByName(db: Db, teamId: number): Promise<Pick<TeamPage, 'ownWords' | 'itemIds'>> {
  const rows = await db.selectFrom('exposure').select(['id', 'name', 'said']).where('team_id', '=', teamId).execute();
  return {
    ownWords: new Map(rows.flatMap(({ name, said }): [string, string][] => (said === null ? [] : [[name, said]]))),
    itemIds: new Map(rows.map(({ id, name }) => [name, id])),
  };
}

type MailWishes = {
  id: number;
  unsubscribed_at: number | null;
  paused_until: string | null;
  kind: SuppressionKind | null;
};

function memberState(person: MailWishes, silent: ReadonlySet<number>, today: string): TeamMember['state'] {
  // Whoever calls our mail spam wants none, which is no fault of the address.
  if (person.unsubscribed_at !== null || person.kind === 'complaint') return 'unsubscribed';
  if (person.kind !== null) return 'address refused';
  if (person.paused_until && today <= person.paused_until) return 'paused';
  return silent.has(person.id) ? 'perhaps not reached' : 'gets mail';
}

async function answerCounts(db: Db, teamId: number): Promise<Map<number, { sent: number; answered: number }>> {
  const rows = await db
    .selectFrom('nudge')
    .innerJoin('message', 'message.id', 'nudge.message_id')
    .innerJoin('person', 'person.id', 'nudge.person_id')
    .leftJoin('answer', 'answer.nudge_id', 'nudge.id')
    .select(['nudge.person_id'])
    .select((eb) => [
      eb.fn.count<number>('nudge.id').distinct().as('sent'),
      eb.fn.count<number>('answer.nudge_id').distinct().as('answered'),
    ])
    .where('person.team_id', '=', teamId)
    // Behind a function, so that SQLite begins with the people of the team and not with every mail that ever went out.
    .where((eb) => eb(eb.fn.coalesce('message.state', 'message.state'), 'in', wentOut))
    .groupBy('nudge.person_id')
    .execute();
  return new Map(rows.map((row) => [row.person_id, { sent: row.sent, answered: row.answered }]));
}

/** Every team's id, name and zone, for a form to choose from. */
export function readTeamNames(db: Db): Promise<{ id: number; name: string; zone: string }[]> {
  return db.selectFrom('team').select(['id', 'name', 'zone']).where('ended_on', 'is', null).orderBy('id').execute();
}
