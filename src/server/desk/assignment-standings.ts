import { sql } from 'kysely';
import { wentOut } from '#core/delivery/message-state.ts';
import type { SuppressionKind } from '#core/delivery/suppression.ts';
import type { AssignedKind } from '#core/planning/assigned-to.ts';
import { type AssignmentStanding, lessonsThatCount, standingOf } from '#core/planning/assignment-standing.ts';
import { localDate } from '#core/planning/calendar/calendar.ts';
import type { WorkTime } from '#core/planning/calendar/work-time.ts';
import { personHoursKey, personWorkTime, type TeamHours } from '#core/planning/calendar/work-time-of.ts';
import type { Db } from '#server/database/open-database.ts';
import type { AssignmentRow, Instant, LocalDateText, PersonRow, TeamRow } from '#server/database/schema.ts';
import { suppressionsInForce } from '#server/outbox/suppression.ts';

/** Why no mail reaches somebody now. A wish of theirs is told apart from a fault of the address: the first is nobody's business. */
export type AwayBecause = 'wish' | 'address';

/** One person of one assignment. */
export type PersonStanding = {
  person: PersonRow;
  workTime: WorkTime;
  today: LocalDateText;
  standing: AssignmentStanding;
  awayBecause: AwayBecause | null;
  /** The lessons that count for them. */
  lessons: readonly string[];
  sent: ReadonlySet<string>;
  answered: ReadonlySet<string>;
  remindedOn: LocalDateText | null;
};

export type AssignedLesson = { id: string; addedOn: LocalDateText | null; takenOn: LocalDateText | null };

export type AssignmentStandings = {
  assignment: AssignmentRow;
  teamName: string;
  /** In their order, with the day on which one was added or taken away while it ran. */
  lessons: AssignedLesson[];
  roles: string[];
  people: PersonStanding[];
};

type Meant = { assignment_id: number; person_id: number };

/**
 * These assignments with how everybody stands whom they are for: five queries for any number of them. Whoever joined the team or the role since counts,
 * unless they came when it was over; whoever left it does not.
 */
export async function readStandings(
  db: Db,
  assignments: readonly AssignmentRow[],
  sendable: ReadonlySet<string>,
  now: Instant,
): Promise<AssignmentStandings[]> {
  if (assignments.length === 0) return [];
  const ids = assignments.map(({ id }) => id);
  const meant = await meantBy(db, ids).execute();
  const people = await readPeople(db, [...new Set(meant.map(({ person_id }) => person_id))], now);
  const teams = await readTeams(db, [
    ...assignments.map(({ team_id }) => team_id),
    ...[...people.values()].map((one) => one.person.team_id),
  ]);
  const lessons = await lessonsOf(db, ids);
  const roles = Map.groupBy(
    await db.selectFrom('assignment_role').selectAll().where('assignment_id', 'in', ids).orderBy('role').execute(),
    (row) => row.assignment_id,
  );
  const came = await readCame(db, ids);
  const reminders = await db.selectFrom('assignment_reminder').selectAll().where('assignment_id', 'in', ids).execute();
  const remindedOn = new Map(reminders.map((row) => [keyOf(row), row.reminded_on]));
  const ofAssignment = Map.groupBy(meant, (row) => row.assignment_id);
  const hours = sharedHours(teams);
  const todayIn = todayByZone(now);
  return assignments.map((assignment) => {
    const rows = lessons.get(assignment.id) ?? [];
    const lessonIds = rows.map(({ lesson_id }) => lesson_id);
    const taken = new Set(rows.flatMap(({ lesson_id, taken_on }) => (taken_on === null ? [] : lesson_id)));
    const mayCome = new Set(lessonIds.filter((id) => sendable.has(id) && !taken.has(id)));
    const standings = (ofAssignment.get(assignment.id) ?? []).flatMap((row) => {
      const found = people.get(row.person_id);
      if (!found || cameTooLate(found.person, assignment)) return [];
      const workTime = hours(found.person);
      const today = todayIn(workTime.zone);
      const { sent, answered } = came.get(keyOf(row)) ?? nothing;
      const awayBecause = awayOf(found, today);
      const counting = lessonsThatCount(lessonIds, mayCome, answered);
      const person = { workTime, leavesOn: found.person.leaves_on, getsMail: awayBecause === null, sent, answered };
      const standing = standingOf(person, counting, { dueOn: assignment.due_on, today });
      return [
        {
          person: found.person,
          workTime,
          today,
          standing,
          awayBecause,
          lessons: counting,
          sent,
          answered,
          remindedOn: remindedOn.get(keyOf(row)) ?? null,
        },
      ];
    });
    return {
      assignment,
      teamName: teams.get(assignment.team_id)?.name ?? '',
      lessons: rows.map(({ lesson_id, added_on, taken_on }) => ({
        id: lesson_id,
        addedOn: added_on,
        takenOn: taken_on,
      })),
      roles: (roles.get(assignment.id) ?? []).map(({ role }) => role),
      people: standings.sort((a, b) => a.person.name.localeCompare(b.person.name) || a.person.id - b.person.id),
    };
  });
}

const nothing: { sent: ReadonlySet<string>; answered: ReadonlySet<string> } = { sent: new Set(), answered: new Set() };

const keyOf = ({ assignment_id, person_id }: Meant) => `${assignment_id} ${person_id}`;

/** Whom these assignments are for now, by the team and role that they have. */
function meantBy(db: Db, ids: readonly number[]) {
  const ofKind = (kind: AssignedKind) =>
    db
      .selectFrom('assignment')
      .innerJoin('person', 'person.team_id', 'assignment.team_id')
      .select(['assignment.id as assignment_id', 'person.id as person_id'])
      .where('assignment.id', 'in', ids)
      .where('assignment.whom', '=', kind);
  const byRole = ofKind('roles').innerJoin('assignment_role', (join) =>
    join.onRef('assignment_role.assignment_id', '=', 'assignment.id').onRef('assignment_role.role', '=', 'person.role'),
  );
  const byName = db
    .selectFrom('assignment_person')
    .select(['assignment_id', 'person_id'])
    .where('assignment_id', 'in', ids);
  return ofKind('team').unionAll(byRole).unionAll(byName);
}

type FoundPerson = { person: PersonRow; suppressed: SuppressionKind | null };

async function readPeople(db: Db, ids: readonly number[], now: Instant): Promise<Map<number, FoundPerson>> {
  const found = new Map<number, FoundPerson>();
  for (const some of inSlices(ids)) {
    const rows = await db
      .selectFrom('person')
      .leftJoin(suppressionsInForce(db, now).as('suppressed'), 'suppressed.address', 'person.email')
      .selectAll('person')
      .select('suppressed.kind')
      .where('person.id', 'in', some)
      .execute();
    for (const { kind, ...person } of rows) found.set(person.id, { person, suppressed: kind });
  }
  return found;
}

/** A statement takes so many values on either store. */
const valuesAtATime = 5000;

function inSlices(ids: readonly number[]): number[][] {
  const slices = Math.ceil(ids.length / valuesAtATime);
  return Array.from({ length: slices }, (_, index) => ids.slice(index * valuesAtATime, (index + 1) * valuesAtATime));
}

async function readTeams(db: Db, ids: readonly number[]): Promise<Map<number, TeamRow>> {
  const rows = await db
    .selectFrom('team')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

async function lessonsOf(db: Db, ids: readonly number[]) {
  const rows = await db
    .selectFrom('assignment_lesson')
    .selectAll()
    .where('assignment_id', 'in', ids)
    .orderBy('place')
    .execute();
  return Map.groupBy(rows, (row) => row.assignment_id);
}

/** What came of the assigned lessons since they were assigned, for whatever reason it came: a lesson that news brought is not sent once more. */
async function readCame(
  db: Db,
  ids: readonly number[],
): Promise<Map<string, { sent: Set<string>; answered: Set<string> }>> {
  const rows = await db
    .with('meant', () => meantBy(db, ids))
    .selectFrom('meant')
    .innerJoin('assignment', 'assignment.id', 'meant.assignment_id')
    .innerJoin('assignment_lesson', 'assignment_lesson.assignment_id', 'meant.assignment_id')
    .innerJoin('nudge', (join) =>
      join
        .onRef('nudge.person_id', '=', 'meant.person_id')
        .onRef('nudge.lesson_id', '=', 'assignment_lesson.lesson_id')
        .onRef('nudge.local_date', '>=', 'assignment.from_on'),
    )
    .innerJoin('message', 'message.id', 'nudge.message_id')
    .leftJoin('answer', 'answer.nudge_id', 'nudge.id')
    .select(['meant.assignment_id', 'meant.person_id', 'nudge.lesson_id'])
    .select((eb) => eb.fn.count<number>('answer.id').as('answers'))
    // Not by the index of states, which would read every mail there ever was.
    .where(sql<string>`coalesce(message.state, '')`, 'in', wentOut)
    .groupBy(['meant.assignment_id', 'meant.person_id', 'nudge.lesson_id'])
    .execute();
  const came = new Map<string, { sent: Set<string>; answered: Set<string> }>();
  for (const row of rows) {
    const of = came.get(keyOf(row)) ?? { sent: new Set(), answered: new Set() };
    of.sent.add(row.lesson_id);
    if (Number(row.answers) > 0) of.answered.add(row.lesson_id);
    came.set(keyOf(row), of);
  }
  return came;
}

/** Working times, made once for all who work alike. */
function sharedHours(teams: ReadonlyMap<number, TeamHours>): (person: PersonRow) => WorkTime {
  const known = new Map<string, WorkTime>();
  return (person) => {
    const team = teams.get(person.team_id);
    if (!team) throw new RangeError(`person ${person.id} is of no team`);
    const key = `${person.team_id}\n${personHoursKey(person)}`;
    const workTime = known.get(key) ?? personWorkTime(team, person);
    known.set(key, workTime);
    return workTime;
  };
}

/** The local day of each zone, worked out once. */
function todayByZone(now: Instant): (zone: string) => string {
  const known = new Map<string, string>();
  return (zone) => {
    const today = known.get(zone) ?? localDate(now, zone).toString();
    known.set(zone, today);
    return today;
  };
}

function cameTooLate({ created_at, zone }: PersonRow, { due_on }: AssignmentRow): boolean {
  return localDate(created_at, zone).toString() > due_on;
}

function awayOf({ person, suppressed }: FoundPerson, today: string): AwayBecause | null {
  // Whoever calls our mail spam wants none, which is no fault of the address.
  if (person.unsubscribed_at !== null || suppressed === 'complaint') return 'wish';
  if (person.paused_until !== null && today <= person.paused_until) return 'wish';
  return suppressed === null ? null : 'address';
}
