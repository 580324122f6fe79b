import { formatsIn } from '#i18n/format.ts';
import type { Language } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import type { Db } from '#server/database/open-database.ts';
import type { NudgeRow } from '#server/database/schema.ts';
import { readExplanation } from './explanation.ts';

/** What a mail says besides its reason: of news, which and what the trainer has to say of it, as theirs; of a reminder, that it is one and what waits. Plain text. */
export async function saidBesides(db: Db, nudge: NudgeRow, language: Language): Promise<string[]> {
  if (nudge.signal_id !== null) return newsOf(db, nudge.signal_id, language);
  const { occasion } = readExplanation(nudge.explanation);
  if (occasion.kind !== 'assigned' || !occasion.reminded) return [];
  return reminderOf(db, nudge, occasion.assignmentId, language);
}

async function newsOf(db: Db, signalId: number, language: Language): Promise<string[]> {
  const signal = await db.selectFrom('signal').selectAll().where('id', '=', signalId).executeTakeFirst();
  // Whoever made one before news had a day was told that the note stays on the desk.
  if (!signal || signal.news_on === null) return [];
  const { mail } = wordsIn(language).signals;
  const news = mail.news(signal.note, formatsIn(language).date(signal.news_on));
  const says = signal.line === null ? [] : [mail.says(await nameOf(db, signal.made_by), signal.line)];
  return [signal.news_url === null ? news : `${news} ${signal.news_url}`, ...says];
}

/** Trainers are known by their address; one who is a reader too has a name. */
async function nameOf(db: Db, email: string): Promise<string> {
  const person = await db.selectFrom('person').select('name').where('email', '=', email).executeTakeFirst();
  return person ? `${person.name} (${email})` : email;
}

async function reminderOf(db: Db, nudge: NudgeRow, assignmentId: number, language: Language): Promise<string[]> {
  const assignment = await db.selectFrom('assignment').selectAll().where('id', '=', assignmentId).executeTakeFirst();
  if (!assignment) return [];
  const lessons = await db
    .selectFrom('assignment_lesson')
    .select('lesson_id')
    .where('assignment_id', '=', assignmentId)
    .where('taken_on', 'is', null)
    .execute();
  const answered = await db
    .selectFrom('nudge')
    .innerJoin('answer', 'answer.nudge_id', 'nudge.id')
    .select('nudge.lesson_id')
    .distinct()
    .where('nudge.person_id', '=', nudge.person_id)
    .where('nudge.local_date', '>=', assignment.from_on)
    .execute();
  const done = new Set(answered.map(({ lesson_id }) => lesson_id));
  const waiting = lessons.filter(({ lesson_id }) => !done.has(lesson_id)).length;
  const { reminder } = wordsIn(language).assigning;
  return [reminder(waiting, lessons.length, formatsIn(language).date(assignment.due_on))];
}
