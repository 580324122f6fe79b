import { takenBackFrom } from '#core/delivery/message-state.ts';
import type { AssignmentStanding } from '#core/planning/assignment-standing.ts';
import { nextWorkingDay } from '#core/planning/calendar/calendar.ts';
import { isEligible } from '#core/planning/eligibility.ts';
import { mayBeReminded } from '#core/planning/reminder.ts';
import type { Instant, LocalDateText } from '#server/database/schema.ts';
import type { Planner } from '#server/nudges/plan-nudges.ts';
import { plannableLessons } from '#server/nudges/plannable-lessons.ts';
import { type AssignmentProgress, progressIn } from './assignment-list.ts';
import { type AssignedLesson, type AwayBecause, type PersonStanding, readStandings } from './assignment-standings.ts';
import { sees, type TeamScope } from './team-scope.ts';

/** One person on the page of an assignment: whether they have done it, never how. */
export type AssignedLine = {
  personId: number;
  name: string;
  role: string;
  standing: AssignmentStanding;
  awayBecause: AwayBecause | null;
  leavesOn: LocalDateText | null;
  answered: number;
  sent: number;
  total: number;
  /** When the next of it comes: planned for that day, or not before it by their pace and hours. Null where none is to come. */
  next: { on: LocalDateText; isPlanned: boolean } | null;
  remindedOn: LocalDateText | null;
  mayBeReminded: boolean;
};

export type AssignmentPage = AssignmentProgress & {
  lessons: AssignedLesson[];
  /** Lessons of it that the library has lost since. */
  lost: string[];
  assigned: AssignedLine[];
  /** Mails of it that wait for their hour. */
  planned: number;
};

/** Whom the page shows; *open* is everybody in post who has not done it. */
export const peopleShown = ['all', 'late', 'open', 'done'] as const;

export type PeopleShown = (typeof peopleShown)[number];

export function shownOf(people: readonly AssignedLine[], show: PeopleShown): AssignedLine[] {
  if (show === 'all') return [...people];
  if (show !== 'open') return people.filter(({ standing }) => standing === show);
  return people.filter(({ standing }) => standing !== 'done' && standing !== 'left');
}

/** Mails of so many days decide when the next may come: the slowest pace. */
const daysThatCount = 28;

/** An assignment with everybody whom it is for; `null` when it is none of these teams. */
export async function readAssignmentPage(
  { db, catalogue }: Planner,
  scope: TeamScope,
  id: number,
  now: Instant,
): Promise<AssignmentPage | null> {
  const assignment = await db.selectFrom('assignment').selectAll().where('id', '=', id).executeTakeFirst();
  if (!assignment || !sees(scope, assignment.team_id)) return null;
  const sendable = new Set(plannableLessons(catalogue).map((lesson) => lesson.id));
  const [standings] = await readStandings(db, [assignment], sendable, now);
  if (!standings) return null;
  const own = standings.people.filter(({ person }) => sees(scope, person.team_id));
  const planned = await readPlanned({ db, catalogue }, own, id);
  const mailed = await readMailDays({ db, catalogue }, own);
  const assigned = own.map((one) => lineOf(one, planned, mailed, assignment.due_on));
  return {
    ...progressIn(catalogue, scope, standings),
    lessons: standings.lessons,
    lost: standings.lessons.flatMap(({ id: lesson, takenOn }) =>
      takenOn !== null || sendable.has(lesson) ? [] : lesson,
    ),
    assigned,
    planned: planned.size,
  };
}

type Reader = Pick<Planner, 'db' | 'catalogue'>;

async function readPlanned(
  { db }: Reader,
  people: readonly PersonStanding[],
  assignmentId: number,
): Promise<Map<number, LocalDateText>> {
  if (people.length === 0) return new Map();
  const rows = await db
    .selectFrom('nudge')
    .innerJoin('message', 'message.id', 'nudge.message_id')
    .select((eb) => ['nudge.person_id', eb.fn.min('nudge.local_date').as('on')])
    .where('nudge.assignment_id', '=', assignmentId)
    .where('message.state', 'in', takenBackFrom)
    .groupBy('nudge.person_id')
    .execute();
  return new Map(rows.map(({ person_id, on }) => [person_id, on]));
}

/** The days of mail of the last weeks, oldest first. */
async function readMailDays({ db }: Reader, people: readonly PersonStanding[]): Promise<Map<number, { on: string }[]>> {
  const [first] = people;
  if (!first) return new Map();
  const since = Temporal.PlainDate.from(first.today).subtract({ days: daysThatCount }).toString();
  const rows = await db
    .selectFrom('nudge')
    .select(['person_id', 'day_taken'])
    .where(
      'person_id',
      'in',
      people.map(({ person }) => person.id),
    )
    .where('local_date', '>=', since)
    .where('day_taken', 'is not', null)
    .orderBy('local_date')
    .execute();
  const days = rows.flatMap(({ person_id, day_taken }) => (day_taken === null ? [] : [{ person_id, on: day_taken }]));
  return Map.groupBy(days, ({ person_id }) => person_id);
}

function lineOf(
  one: PersonStanding,
  planned: ReadonlyMap<number, LocalDateText>,
  mailed: ReadonlyMap<number, readonly { on: string }[]>,
  dueOn: LocalDateText,
): AssignedLine {
  const { person, standing, awayBecause, lessons, sent, answered, remindedOn, today } = one;
  const waiting = lessons.filter((id) => sent.has(id) && !answered.has(id)).length;
  const neverCame = lessons.filter((id) => !sent.has(id)).length;
  const plannedOn = planned.get(person.id);
  const comes = standing === 'on-the-way' && neverCame > 0;
  const earliest = comes ? earliestDay(one, mailed.get(person.id) ?? []) : null;
  return {
    personId: person.id,
    name: person.name,
    role: person.role,
    standing,
    awayBecause,
    leavesOn: person.leaves_on,
    answered: lessons.filter((id) => answered.has(id)).length,
    sent: lessons.filter((id) => sent.has(id)).length,
    total: lessons.length,
    next:
      plannedOn !== undefined
        ? { on: plannedOn, isPlanned: true }
        : earliest !== null && earliest <= dueOn
          ? { on: earliest, isPlanned: false }
          : null,
    remindedOn,
    mayBeReminded: mayBeReminded({ standing, waiting, neverCame, remindedOn }, today),
  };
}

/** The first working day after today on which their pace lets mail come; `null` where none of the next weeks does. */
function earliestDay({ person, workTime, today }: PersonStanding, past: readonly { on: string }[]): string | null {
  const mailedPerson = { leavesOn: person.leaves_on, unreachable: null, pausedUntil: person.paused_until, past };
  let day = Temporal.PlainDate.from(today);
  for (let ahead = 0; ahead < daysThatCount; ahead += 1) {
    day = nextWorkingDay(day.add({ days: 1 }), workTime);
    if (isEligible(mailedPerson, person.pace, day.toString())) return day.toString();
  }
  return null;
}
