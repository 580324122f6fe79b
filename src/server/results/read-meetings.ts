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
    .select(['nudge.id', 'nudge.kind', 'nudge.person_id', 'nudge.lesson_id', 'answer.right', 'answer.answered_at'])
    .where(column, '=', id)
    .orderBy('answer.id')
    .execute();
  const first = new Map<number, (typeof answers)[number]>();
  for (const row of answers) if (!first.has(row.id)) first.set(row.id, row);
  const readings = await db
    .selectFrom('reading')
    .innerJoin('nudge', 'nudge.id', 'reading.nudge_id')
    .innerJoin('person', 'person.id', 'nudge.person_id')
    .select(['nudge.person_id', 'nudge.lesson_id', 'reading.read_at'])
    .where(column, '=', id)
    .execute();
  return [
    ...readings.map((row) => ({ personId: row.person_id, lessonId: row.lesson_id, at: row.read_at, right: null })),
    ...Array.from(first.values(), (row) => ({
      personId: row.person_id,
      lessonId: row.lesson_id,
      at: row.answered_at,
      right: asksForStep(row.kind) ? null : row.right === 1,
    })),
  ];
}
