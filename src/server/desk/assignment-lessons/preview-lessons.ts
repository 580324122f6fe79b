import { takenBackFrom, wentOut } from '#core/delivery/message-state.ts';
import { effectOf, type LessonEffect } from '#core/planning/changed-lessons.ts';
import type { Db } from '#server/database/open-database.ts';
import type { AssignmentRow, Instant } from '#server/database/schema.ts';
import type { Planner } from '#server/nudges/plan-nudges.ts';
import { plannableLessons } from '#server/nudges/plannable-lessons.ts';
import { type PersonStanding, readStandings } from '../assignment-standings.ts';
import { sees, type TeamScope } from '../team-scope.ts';
import { checkLessons, type LessonFault, type LessonsAsked, nudgesOf } from './change-lessons.ts';

/** What a change of lessons does, before anybody presses: to whom, and to what mail. */
export type LessonsPreview = {
  added: readonly string[];
  taken: readonly string[];
  people: ({ personId: number; name: string } & LessonEffect)[];
  /** Mails of lessons taken away that wait for their hour. */
  unsent: number;
};

export type LessonsOutlook = { ok: true; preview: LessonsPreview } | { ok: false; reason: LessonFault };

export async function previewLessons(
  { db, catalogue }: Pick<Planner, 'db' | 'catalogue'>,
  scope: TeamScope,
  assignment: AssignmentRow,
  asked: LessonsAsked,
  now: Instant,
): Promise<LessonsOutlook> {
  const checked = await checkLessons({ db, catalogue }, assignment, asked, now);
  if (!checked.ok) return checked;
  const sendable = new Set(plannableLessons(catalogue).map(({ id }) => id));
  const [standings] = await readStandings(db, [assignment], sendable, now);
  const own = (standings?.people ?? []).filter(({ person }) => sees(scope, person.team_id));
  const came = await readCameOfAdded(db, own, checked.added, assignment.from_on);
  const people = own.map((one) => ({
    personId: one.person.id,
    name: one.person.name,
    ...effectOf(withAdded(one, came), one.lessons, checked, { dueOn: assignment.due_on, today: one.today }),
  }));
  const unsent = await countUnsent(db, await nudgesOf(db, assignment.id, checked.taken));
  return { ok: true, preview: { added: checked.added, taken: checked.taken, people, unsent } };
}

type Came = Map<number, { sent: Set<string>; answered: Set<string> }>;

function withAdded(one: PersonStanding, came: Came) {
  const more = came.get(one.person.id);
  return {
    workTime: one.workTime,
    leavesOn: one.person.leaves_on,
    getsMail: one.awayBecause === null,
    sent: new Set([...one.sent, ...(more?.sent ?? [])]),
    answered: new Set([...one.answered, ...(more?.answered ?? [])]),
  };
}

/** What came of the added lessons since the assignment was made, for whatever reason: it will count. */
async function readCameOfAdded(
  db: Db,
  people: readonly PersonStanding[],
  added: readonly string[],
  from: string,
): Promise<Came> {
  const came: Came = new Map();
  if (added.length === 0 || people.length === 0) return came;
  const rows = await db
    .selectFrom('nudge')
    .innerJoin('message', 'message.id', 'nudge.message_id')
    .leftJoin('answer', 'answer.nudge_id', 'nudge.id')
    .select(['nudge.person_id', 'nudge.lesson_id'])
    .select((eb) => eb.fn.count<number>('answer.id').as('answers'))
    .where('nudge.lesson_id', 'in', added)
    .where('nudge.local_date', '>=', from)
    .where('message.state', 'in', wentOut)
    .groupBy(['nudge.person_id', 'nudge.lesson_id'])
    .execute();
  for (const { person_id, lesson_id, answers } of rows) {
    const of = came.get(person_id) ?? { sent: new Set(), answered: new Set() };
    of.sent.add(lesson_id);
    if (Number(answers) > 0) of.answered.add(lesson_id);
    came.set(person_id, of);
  }
  return came;
}

async function countUnsent(db: Db, nudgeIds: readonly number[]): Promise<number> {
  if (nudgeIds.length === 0) return 0;
  const { all } = await db
    .selectFrom('nudge')
    .innerJoin('message', 'message.id', 'nudge.message_id')
    .select((eb) => eb.fn.countAll<number>().as('all'))
    .where('nudge.id', 'in', nudgeIds)
    .where('message.state', 'in', takenBackFrom)
    .executeTakeFirstOrThrow();
  return Number(all);
}
