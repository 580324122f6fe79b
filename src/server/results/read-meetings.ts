import { asksForStep } from '#core/planning/nudge-kinds.ts';
import type { Meeting } from '#core/results/later-recall.ts';
import type { Db } from '#server/database/open-database.ts';

/** Whose meetings: of all of a team, or of one person. */
export type MeetingsOf = { teamId: number } | { personId: number };

/**
 * Every meeting of somebody with a lesson that is still kept: answers, each nudge by its first, as later ones come after the reason was read; and readings. Of one
 * instant readings come first, and answers as they were given.
 */
export async function readMeetings(db: Db, of: MeetingsOf): Promise<Meeting[]> {
  const [column, id] =
    'teamId' in of ? (['person.team_id', of.teamId] as const) : (['person.id', of.personId] as const);
  const answers = await db
    .selectFrom('answer')
    .innerJoin('nudge', 'nudge.id', 'answer.nudge_id')
    .innerJoin('person', 'person.id', 'nudge.person_id')
    .select(['nudge.id as nudge_id', 'nudge.kind', 'nudge.person_id', 'nudge.lesson_id'])
    .select(['answer.id', 'answer.right', 'answer.answered_at'])
    .where(column, '=', id)
    .execute();
  const readings = await db
    .selectFrom('reading')
    .innerJoin('nudge', 'nudge.id', 'reading.nudge_id')
    .innerJoin('person', 'person.id', 'nudge.person_id')
    .select(['nudge.person_id', 'nudge.lesson_id', 'reading.read_at'])
    .where(column, '=', id)
    .execute();
  return [
    ...readings.map((row) => ({ personId: row.person_id, lessonId: row.lesson_id, at: row.read_at, right: null })),
    ...firstOfEach(answers).map((row) => ({
      personId: row.person_id,
      lessonId: row.lesson_id,
      at: row.answered_at,
      right: asksForStep(row.kind) ? null : row.right === 1,
    })),
  ];
}

/** The first answer to each nudge, as they were given. Sorted here: a store that sorts 20,000 rows before it hands them out takes twice as long. */
function firstOfEach<Row extends { id: number; nudge_id: number }>(answers: readonly Row[]): Row[] {
  const first = new Map<number, Row>();
  for (const row of answers) {
    const before = first.get(row.nudge_id);
    if (before === undefined || row.id < before.id) first.set(row.nudge_id, row);
  }
  return [...first.values()].sort((a, b) => a.id - b.id);
}
