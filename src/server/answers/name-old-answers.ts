import { sql } from 'kysely';
import { type AskedOf, versionNow } from '#catalogue/asked-version.ts';
import { choiceLetter, isRight } from '#catalogue/schema/question.ts';
import { keepFact, readFact } from '#server/database/facts.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { keepAskedVersion } from './asked-versions.ts';
import type { AnswerContext } from './open-nudge.ts';

const fact = 'old answers named';

const isLetter = sql`choice IN ('a', 'b', 'c', 'd')`;

/**
 * Once for each store: mails from before versions were kept are taken to have asked what the library asks now, and answers that were kept by a letter get
 * the id of the choice that has it. Where an answer was judged otherwise than that choice is, the question has changed meanwhile: its mail stays without
 * a version and its letter as it is, since nobody knows what it meant.
 */
export async function nameOldAnswers({ db, library }: Omit<AnswerContext, 'keys'>, now: Instant): Promise<void> {
  if ((await readFact(db, fact)) !== null) return;
  await db.transaction().execute(async (trx) => {
    await makeTables(trx);
    for (const old of await oldMails(trx)) {
      const version = versionNow(library[old.language], old);
      if (!version) continue;
      await noteAsked(trx, old, await keepAskedVersion(trx, version, now));
      await noteChoices(trx, old.question_id, version.asked);
    }
    await nameAnswers(trx);
    await nameMails(trx);
    for (const table of ['old_asked', 'old_choice']) await trx.schema.dropTable(table).execute();
    await keepFact(trx, fact, new Date(now).toISOString());
  });
}

/** So that millions of rows are gone through once, and not once for each question. */
async function makeTables(trx: Db): Promise<void> {
  await trx.schema
    .createTable('old_asked')
    .temporary()
    .addColumn('question_id', 'text')
    .addColumn('case_id', 'text')
    .addColumn('language', 'text')
    .addColumn('digest', 'text')
    .addPrimaryKeyConstraint('old_asked_key', ['question_id', 'case_id', 'language'])
    .execute();
  await trx.schema
    .createTable('old_choice')
    .temporary()
    .addColumn('question_id', 'text')
    .addColumn('letter', 'text')
    .addColumn('is_right', 'integer')
    .addColumn('id', 'text')
    .addPrimaryKeyConstraint('old_choice_key', ['question_id', 'letter'])
    .execute();
}

type OldMails = Awaited<ReturnType<typeof oldMails>>[number];

function oldMails(trx: Db) {
  return trx
    .selectFrom('nudge')
    .innerJoin('message', 'message.id', 'nudge.message_id')
    .innerJoin('person', 'person.id', 'nudge.person_id')
    .select(['nudge.question_id', 'nudge.case_id', 'person.language'])
    .where('message.asked', 'is', null)
    .where('message.message_id', 'is not', null)
    .distinct()
    .execute();
}

async function noteAsked(trx: Db, { question_id, case_id, language }: OldMails, digest: string): Promise<void> {
  await sql`INSERT INTO old_asked VALUES (${question_id}, ${case_id}, ${language}, ${digest})`.execute(trx);
}

/** Choices have the same ids in every language. */
async function noteChoices(trx: Db, questionId: string, asked: AskedOf): Promise<void> {
  if (asked.kind !== 'question') return;
  for (const [index, choice] of asked.question.choices.entries())
    await sql`
      INSERT INTO old_choice VALUES (${questionId}, ${choiceLetter(index)}, ${isRight(choice) ? 1 : 0}, ${choice.id})
      ON CONFLICT DO NOTHING`.execute(trx);
}

async function nameAnswers(trx: Db): Promise<void> {
  const meant = sql`
    FROM nudge JOIN old_choice ON old_choice.question_id = nudge.question_id
    WHERE nudge.id = answer.nudge_id AND old_choice.letter = answer.choice AND old_choice.is_right = answer."right"`;
  await sql`UPDATE answer SET choice = (SELECT old_choice.id ${meant}) WHERE ${isLetter} AND EXISTS (SELECT 1 ${meant})`.execute(
    trx,
  );
}

async function nameMails(trx: Db): Promise<void> {
  await sql`
    UPDATE message SET asked = (
      SELECT old_asked.digest FROM nudge JOIN person ON person.id = nudge.person_id
      JOIN old_asked ON old_asked.question_id = nudge.question_id AND old_asked.case_id = nudge.case_id
        AND old_asked.language = person.language
      WHERE nudge.message_id = message.id)
    WHERE asked IS NULL AND message_id IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM nudge JOIN answer ON answer.nudge_id = nudge.id
      WHERE nudge.message_id = message.id AND ${isLetter})`.execute(trx);
}
