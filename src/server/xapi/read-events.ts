import type { NudgeKind } from '#core/planning/nudge-kinds.ts';
import type { Language } from '#i18n/languages.ts';
import type { Db } from '#server/database/open-database.ts';
import { rowIdentity } from '#server/database/row-key.ts';
import type { Instant } from '#server/database/schema.ts';
import { learnerName } from '#server/people/learner-name.ts';

/** Something a person did with one nudge. `key` tells the nudge from all others; `answer` is null where it was only read. */
export type ResultEvent = {
  key: string;
  personId: number;
  learner: { name: string; language: Language };
  kind: NudgeKind;
  lessonId: string;
  questionId: string;
  assignmentId: number | null;
  at: Instant;
  answer: { id: number; choice: string; right: boolean } | null;
};

/** First answers and readings after one instant and up to another, the oldest first. Later answers to a question come after its reason was read. */
export async function readEvents(db: Db, since: Instant, until: Instant): Promise<ResultEvent[]> {
  const nudges = db
    .selectFrom('nudge')
    .innerJoin('message', 'message.id', 'nudge.message_id')
    .innerJoin('person', 'person.id', 'nudge.person_id')
    .select([
      'nudge.id as nudge_id',
      'message.key',
      'message.id',
      'message.created_at',
      'nudge.kind',
      'nudge.lesson_id',
    ])
    .select(['nudge.question_id', 'nudge.assignment_id', 'nudge.person_id', 'person.language'])
    .select(['person.key as person_key', 'person.created_at as person_created_at']);
  const answers = await nudges
    .innerJoin('answer', 'answer.nudge_id', 'nudge.id')
    .select(['answer.id as answer_id', 'answer.choice', 'answer.right', 'answer.answered_at'])
    .where('answer.answered_at', '>', since)
    .where('answer.answered_at', '<=', until)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('answer as earlier')
            .select('earlier.id')
            .whereRef('earlier.nudge_id', '=', 'answer.nudge_id')
            .whereRef('earlier.id', '<', 'answer.id'),
        ),
      ),
    )
    .execute();
  const readings = await nudges
    .innerJoin('reading', 'reading.nudge_id', 'nudge.id')
    .select('reading.read_at')
    .where('reading.read_at', '>', since)
    .where('reading.read_at', '<=', until)
    .execute();
  const events = [
    ...answers.map((row) => ({
      ...eventOf(row),
      at: row.answered_at,
      answer: { id: row.answer_id, choice: row.choice, right: row.right === 1 },
    })),
    ...readings.map((row) => ({ ...eventOf(row), at: row.read_at, answer: null })),
  ];
  return events.sort((a, b) => a.at - b.at);
}

type NudgeOfPerson = {
  id: number;
  key: string | null;
  created_at: Instant;
  kind: NudgeKind;
  lesson_id: string;
  question_id: string;
  assignment_id: number | null;
  person_id: number;
  language: Language;
  person_key: string | null;
  person_created_at: Instant;
};

function eventOf(row: NudgeOfPerson): Omit<ResultEvent, 'at' | 'answer'> {
  const { person_id: id, person_key: key, person_created_at: created_at, language } = row;
  return {
    key: rowIdentity(row),
    personId: id,
    learner: { name: learnerName({ id, key, created_at }), language },
    kind: row.kind,
    lessonId: row.lesson_id,
    questionId: row.question_id,
    assignmentId: row.assignment_id,
  };
}
