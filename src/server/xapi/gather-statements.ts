import { askedBy } from '#core/planning/nudge-kinds.ts';
import { laterAnswers } from '#core/results/later-recall.ts';
import { forgetFact, keepFact, readFact } from '#server/database/facts.ts';
import { inBatches } from '#server/database/in-batches.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { nextTurn } from '#server/next-turn.ts';
import { everToldName } from '#server/people/learner-name.ts';
import { readMeetings } from '#server/results/read-meetings.ts';
import { type ResultEvent, readEvents } from './read-events.ts';
import {
  answeredStatement,
  completedStatement,
  metStatement,
  recalledStatement,
  type Statement,
  type Telling,
} from './statements.ts';

/** Up to when everything was told. There is none while nobody is told anything. */
const throughName = 'xapi-through';

/** What is younger may still be on its way into the store, or be put right. */
const settleMs = 60_000;

/**
 * Makes statements of whatever came since the last time and lays them into the outbox. The first time only begins: what was before the house chose to
 * tell is not told. An id depends on the event alone, so that what is made twice, after a crash or from a restored store, is the same. Returns how many.
 */
export async function gatherStatements(db: Db, telling: Telling, now: Instant): Promise<number> {
  const through = await readFact(db, throughName);
  const until = now - settleMs;
  if (through === null) {
    await keepFact(db, everToldName, '1');
    await keepFact(db, throughName, String(now));
    return 0;
  }
  if (until <= Number(through)) return 0;
  const rows: { id: string; person_id: number; statement: string; made_at: Instant }[] = [];
  for (const [personId, events] of Map.groupBy(
    await readEvents(db, Number(through), until),
    (event) => event.personId,
  )) {
    await nextTurn();
    for (const statement of await statementsOf(db, telling, personId, events)) {
      rows.push({ id: statement.id, person_id: personId, statement: JSON.stringify(statement), made_at: now });
    }
  }
  await inBatches(db, rows, async (trx, batch) => {
    await trx
      .insertInto('xapi_outbox')
      .values([...batch])
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  });
  await keepFact(db, throughName, String(until));
  return rows.length;
}

/** The house tells nobody any more: what waits goes, and what happens meanwhile is never told. */
export async function stopTelling(db: Db): Promise<void> {
  if ((await readFact(db, throughName)) === null) return;
  await db.deleteFrom('xapi_outbox').execute();
  await forgetFact(db, throughName);
}

async function statementsOf(
  db: Db,
  telling: Telling,
  personId: number,
  events: readonly ResultEvent[],
): Promise<Statement[]> {
  const later = laterAnswers(await readMeetings(db, { personId })).filter(({ right }) => right);
  const made: Statement[] = [];
  for (const event of events) {
    made.push(...ofEvent(telling, event));
    const recalled = later.find(({ lessonId, at }) => lessonId === event.lessonId && at === event.at);
    if (recalled && event.answer) made.push(recalledStatement(telling, event, recalled.days));
    const moduleId = await moduleCompletedBy(db, event);
    if (moduleId) {
      const key = `${event.learner.name} ${event.assignmentId} ${event.key}`;
      made.push(completedStatement(telling, { ...event, key }, moduleId));
    }
  }
  return made;
}

function ofEvent(telling: Telling, event: ResultEvent): Statement[] {
  const { kind, answer, questionId } = event;
  const asked = askedBy[kind];
  if (asked === 'step') return [];
  const read = { ...event, key: `${event.key} ${answer ? 'answered' : 'read'}` };
  if (!answer) return [metStatement(telling, read)];
  return [
    ...(kind === 'recall' ? [] : [metStatement(telling, read)]),
    ...(asked === 'question' ? [answeredStatement(telling, event, { questionId, ...answer })] : []),
  ];
}

/** The module of which this was the last lesson to be answered, of those that it held when it was assigned; or `null`. */
async function moduleCompletedBy(db: Db, { assignmentId, personId, answer }: ResultEvent): Promise<string | null> {
  if (assignmentId === null || !answer) return null;
  const lessons = await db
    .selectFrom('assignment_lesson')
    .innerJoin('assignment', 'assignment.id', 'assignment_lesson.assignment_id')
    .select(['assignment_lesson.lesson_id', 'assignment.module_id'])
    .where('assignment.id', '=', assignmentId)
    .where('assignment_lesson.taken_on', 'is', null)
    .execute();
  const firsts = await db
    .selectFrom('nudge')
    .innerJoin('answer', 'answer.nudge_id', 'nudge.id')
    .select('nudge.lesson_id')
    .select((eb) => eb.fn.min('answer.id').as('first'))
    .where('nudge.assignment_id', '=', assignmentId)
    .where('nudge.person_id', '=', personId)
    .groupBy('nudge.lesson_id')
    .execute();
  const byLesson = new Map(firsts.map(({ lesson_id, first }) => [lesson_id, Number(first)]));
  if (lessons.length === 0 || lessons.some(({ lesson_id }) => !byLesson.has(lesson_id))) return null;
  const last = Math.max(...lessons.map(({ lesson_id }) => byLesson.get(lesson_id) ?? 0));
  return last === answer.id ? (lessons[0]?.module_id ?? null) : null;
}
