import {
  type Catalogue,
  type CatalogueCase,
  type CatalogueQuestion,
  findCase,
  findLesson,
  findQuestion,
  type Lesson,
  type Library,
} from '../catalogue/catalogue.ts';
import type { Db } from '../store/open-store.ts';
import type { AnswerRow, Instant, NudgeRow, PersonRow } from '../store/schema.ts';
import { readToken } from './token.ts';

/** A nudge with everything its page shows. */
export type OpenNudge = {
  nudge: NudgeRow;
  person: PersonRow;
  teamName: string;
  question: CatalogueQuestion;
  lesson: Lesson;
  story: CatalogueCase;
  /** The newest answer, if any. */
  answer: AnswerRow | null;
  /** A right answer given after a wrong one, with the feedback read in between. */
  corrected: boolean;
  closed: boolean;
};

export type NudgeLookup =
  | { ok: true; found: OpenNudge }
  | { ok: false; reason: 'forged' | 'foreign' | 'expired' | 'gone' };

export type AnswerDesk = { db: Db; library: Library; secret: string };

/** The nudge a link belongs to. Reading it changes nothing, however often a scanner opens it. */
export async function openNudge(
  { db, library, secret }: AnswerDesk,
  token: string,
  now: Instant,
): Promise<NudgeLookup> {
  const read = readToken(secret, 'nudge', token, now);
  if (!read.ok) return read;
  if (read.expired) return { ok: false, reason: 'expired' };
  const nudge = await db.selectFrom('nudge').selectAll().where('id', '=', read.id).executeTakeFirst();
  if (!nudge) return { ok: false, reason: 'gone' };
  const person = await db.selectFrom('person').selectAll().where('id', '=', nudge.person_id).executeTakeFirst();
  if (!person) return { ok: false, reason: 'gone' };
  const team = await db.selectFrom('team').select('name').where('id', '=', person.team_id).executeTakeFirstOrThrow();
  const answers = await db.selectFrom('answer').selectAll().where('nudge_id', '=', nudge.id).orderBy('id').execute();
  const published = publishedParts(library[person.language], nudge);
  if (!published) return { ok: false, reason: 'gone' };
  return {
    ok: true,
    found: {
      nudge,
      person,
      teamName: team.name,
      ...published,
      answer: answers.at(-1) ?? null,
      corrected: isCorrected(answers),
      closed: now >= nudge.closes_at,
    },
  };
}

/** Whether the newest of the answers to one nudge, oldest first, puts a wrong first one right. Pure. */
export function isCorrected(answers: readonly Pick<AnswerRow, 'right'>[]): boolean {
  return answers[0]?.right === 0 && answers.at(-1)?.right === 1;
}

/** `null` when the question was withdrawn from the library after it was sent. */
function publishedParts(
  catalogue: Catalogue,
  nudge: NudgeRow,
): Pick<OpenNudge, 'question' | 'lesson' | 'story'> | null {
  const known = catalogue.cases.some((entry) => entry.questions.some((question) => question.id === nudge.question_id));
  if (!known) return null;
  const question = findQuestion(catalogue, nudge.question_id);
  return { question, lesson: findLesson(catalogue, question.lesson), story: findCase(catalogue, question.caseId) };
}
