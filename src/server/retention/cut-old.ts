import { setImmediate as letOthers } from 'node:timers/promises';
import type { ExpressionBuilder, SelectQueryBuilder } from 'kysely';
import { mayStillLeave } from '#core/delivery/later-state.ts';
import { cutHistory, peopleWithHistoryBefore } from '#server/answers/cut-history.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant, Tables } from '#server/database/schema.ts';
import { noteErasedMessages } from '#server/database/store-life.ts';
import { cutAccess } from '#server/desk/access-log.ts';
import { deleteMailsOf } from '#server/erasure/mails-of.ts';
import { addressesOf, forgetPerson } from '#server/people/erase-person.ts';
import { countOldImports, cutImports } from '#server/people/imports/import-rows.ts';
import type { Cutoffs } from './periods.ts';

/** Messages that somebody at the desk asked for, to their own address, and welcomes and mails about safeguards and near misses, of which other rows keep the day. */
const letterPurposes = [
  'sign-in',
  'preview',
  'digest',
  'welcome',
  'brief',
  'safeguard',
  'near-miss',
  'near-miss-digest',
  'code-reminder',
  'invitation',
] as const;

/** What may be cut. `looks`: notes of who saw or changed something by name; `imports`: what lists of people changed, kept while it can be undone; `texts`: what servers said, and mails that had ended. */
export const cutKinds = [
  'people',
  'answers',
  'mails',
  'signInLetters',
  'signIns',
  'sessions',
  'looks',
  'refusals',
  'signals',
  'assignments',
  'imports',
  'texts',
] as const;

/** How much of each was cut. */
export type Cut = Record<(typeof cutKinds)[number], number>;

const nothingCut: Cut = {
  people: 0,
  answers: 0,
  mails: 0,
  signInLetters: 0,
  signIns: 0,
  sessions: 0,
  looks: 0,
  refusals: 0,
  signals: 0,
  assignments: 0,
  imports: 0,
  texts: 0,
};

/**
 * Cuts what has been kept for its time: each person in a transaction of its own, so that answers and plans come in between. A run that is stopped
 * leaves the rest to the next.
 */
export async function cutOld(
  { db, dataDir }: { db: Db; dataDir: string },
  cutoffs: Cutoffs,
  now: Instant,
  stopping: AbortSignal,
): Promise<Cut> {
  const cut = { ...nothingCut };
  for (const person of await leavers(db, cutoffs)) {
    if (stopping.aborted) return cut;
    const addresses = await addressesOf(db, person);
    await db.transaction().execute((trx) => forgetPerson(trx, person, now));
    for (const address of addresses) await deleteMailsOf(dataDir, address);
    cut.people += 1;
    await letOthers();
  }
  for (const { person_id } of await peopleWithHistoryBefore(db, cutoffs.history)) {
    if (stopping.aborted) return cut;
    const { answers, mails } = await db.transaction().execute((trx) => cutHistory(trx, person_id, cutoffs.history));
    cut.answers += answers;
    cut.mails += mails;
    await letOthers();
  }
  return { ...cut, ...(await db.transaction().execute((trx) => cutRest(trx, cutoffs))) };
}

/** Whose last day was so long ago. Nobody asked for it, so that they may be taken in again. */
export function leavers(db: Db, { leaversOn }: Cutoffs) {
  return db.selectFrom('person').selectAll().where('leaves_on', '<', leaversOn).orderBy('id').execute();
}

const oldRefusals = (eb: ExpressionBuilder<Tables, 'suppression'>, { history }: Cutoffs) =>
  eb.or([eb('lifted_at', '<', history), eb('until', '<', history)]);

/** What a cut at these instants would take, counted; where a later answer keeps an older question's place, it takes that on another day. */
export async function countOld(db: Db, cutoffs: Cutoffs): Promise<Cut> {
  const { history, signIns } = cutoffs;
  const old = await peopleWithHistoryBefore(db, history);
  const answers = db.selectFrom('answer').innerJoin('nudge', 'nudge.id', 'answer.nudge_id');
  const letters = db.selectFrom('message').where('purpose', 'in', letterPurposes).where('expires_at', '<', signIns);
  return {
    ...nothingCut,
    people: (await leavers(db, cutoffs)).length,
    mails: old.reduce((sum, { nudges }) => sum + Number(nudges), 0),
    answers: await rowsOf(answers.where('nudge.closes_at', '<', history)),
    signInLetters: await rowsOf(letters),
    signIns: await rowsOf(db.selectFrom('sign_in').where('expires_at', '<', signIns)),
    sessions: await rowsOf(db.selectFrom('session').where('expires_at', '<', signIns)),
    looks: await rowsOf(db.selectFrom('access').where('at', '<', cutoffs.access)),
    refusals: await rowsOf(db.selectFrom('suppression').where((eb) => oldRefusals(eb, cutoffs))),
    signals: await rowsOf(db.selectFrom('signal').where('until_on', '<', dayOf(history))),
    assignments: await rowsOf(db.selectFrom('assignment').where('withdrawn_at', '<', history)),
    imports: await countOldImports(db, cutoffs.access, cutoffs.now),
    texts: await rowsOf(db.selectFrom('message').where((eb) => endedWithText(eb, cutoffs))),
  };
}

async function rowsOf<Table extends keyof Tables>(query: SelectQueryBuilder<Tables, Table, object>): Promise<number> {
  const { rows } = await query.select((eb) => eb.fn.countAll<number>().as('rows')).executeTakeFirstOrThrow();
  return Number(rows);
}

/** What belongs to no question: little, and in one transaction. */
async function cutRest(trx: Db, cutoffs: Cutoffs): Promise<Omit<Cut, 'people' | 'answers' | 'mails'>> {
  const counts = await Promise.all([
    trx.deleteFrom('sign_in').where('expires_at', '<', cutoffs.signIns).executeTakeFirst(),
    trx.deleteFrom('session').where('expires_at', '<', cutoffs.signIns).executeTakeFirst(),
    trx
      .deleteFrom('suppression')
      .where((eb) => oldRefusals(eb, cutoffs))
      .executeTakeFirst(),
    trx.deleteFrom('signal').where('until_on', '<', dayOf(cutoffs.history)).executeTakeFirst(),
    cutAssignments(trx, cutoffs),
  ]);
  const [signIns = 0, sessions = 0, refusals = 0, signals = 0, assignments = 0] = counts.map(({ numDeletedRows }) =>
    Number(numDeletedRows),
  );
  const signInLetters = await cutLetters(trx, cutoffs);
  const imports = await cutImports(trx, cutoffs.access, cutoffs.now);
  const looks = await cutAccess(trx, cutoffs.access);
  return {
    signIns,
    sessions,
    looks,
    refusals,
    signals,
    assignments,
    signInLetters,
    imports,
    texts: await cutTexts(trx, cutoffs),
  };
}

const dayOf = (instant: Instant) => new Date(instant).toISOString().slice(0, 10);

/** Withdrawn assignments with what belongs to them. */
async function cutAssignments(trx: Db, { history }: Cutoffs): Promise<{ numDeletedRows: bigint }> {
  const old = trx.selectFrom('assignment').select('id').where('withdrawn_at', '<', history);
  const parts = ['assignment_lesson', 'assignment_role', 'assignment_person', 'assignment_reminder'] as const;
  for (const table of parts) await trx.deleteFrom(table).where('assignment_id', 'in', old).execute();
  return trx.deleteFrom('assignment').where('withdrawn_at', '<', history).executeTakeFirst();
}

/** A letter with a link to the desk says when somebody signed in, as the link itself does. */
async function cutLetters(trx: Db, { signIns }: Cutoffs): Promise<number> {
  const old = trx
    .selectFrom('message')
    .select('id')
    .where('purpose', 'in', letterPurposes)
    .where('expires_at', '<', signIns);
  await trx.deleteFrom('report').where('message_id', 'in', old).execute();
  await trx.deleteFrom('near_miss_letter').where('message_id', 'in', old).execute();
  const letters = await trx
    .deleteFrom('message')
    .where('purpose', 'in', letterPurposes)
    .where('expires_at', '<', signIns)
    .returning('id')
    .execute();
  await noteErasedMessages(
    trx,
    letters.map(({ id }) => id),
  );
  return letters.length;
}

/** Mails whose end is known were forgotten then; this finds what an older version left, and what servers said. */
const endedWithText = (eb: ExpressionBuilder<Tables, 'message'>, { replies }: Cutoffs) =>
  eb.and([
    eb('state', 'not in', mayStillLeave),
    eb('expires_at', '<', replies),
    eb.or([eb('raw', 'is not', null), eb('letter', 'is not', null), eb('reply', 'is not', null)]),
  ]);

async function cutTexts(trx: Db, cutoffs: Cutoffs): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('message')
    .set({ raw: null, letter: null, reply: null })
    .where((eb) => endedWithText(eb, cutoffs))
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}
