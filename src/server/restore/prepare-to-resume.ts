import { mayStillLeave } from '#core/delivery/later-state.ts';
import { skipUsedIds } from '#server/database/copy-store.ts';
import { inOneGo } from '#server/database/in-one-go.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { passOverMornings } from '#server/nudges/plan-nudges.ts';
import { type MatchedPeople, matchPeople } from './match-people.ts';
import { type AnswersTakenOver, takeOverAnswers } from './take-over-answers.ts';
import { type MailTakenOver, takeOverMail } from './take-over-mail.ts';
import { takeOverWishes, type WishesTakenOver } from './take-over-wishes.ts';

export type TakenOver = {
  people: MatchedPeople;
  mail: MailTakenOver;
  wishes: WishesTakenOver;
  answers: AnswersTakenOver;
};

/** What was done for want of the store that was lost. */
export type Withdrawn = { mails: number; people: number; mornings: number };

/** Mail that waits: what goes at once, and what waits for its hour. */
export type Waiting = { dueMails: number; duePeople: number; laterMails: number };

export type Resumption = { takenOver: TakenOver[]; withdrawn: Withdrawn | null; waiting: Waiting };

/**
 * Makes a restored store one from which mail may go, in one transaction: takes over what the stores that it took the place of know or, without
 * one, withdraws whatever may have left already. A dry run does the same and undoes it.
 */
export function prepareToResume(db: Db, lost: readonly Db[], now: Instant, dryRun: boolean): Promise<Resumption> {
  return inOneGo(db, dryRun, async (trx) => {
    const takenOver: TakenOver[] = [];
    for (const each of lost) takenOver.push(await takeOver(trx, each, now));
    await skipUsedIds(trx);
    const withdrawn = lost.length === 0 ? await withdrawDue(trx, now) : null;
    return { takenOver, withdrawn, waiting: await readWaiting(trx, now) };
  });
}

/** What left comes before what people decided, which withdraws only what has not left. */
async function takeOver(trx: Db, lost: Db, now: Instant): Promise<TakenOver> {
  const people = await matchPeople(trx, lost, now);
  const { mail, same } = await takeOverMail(trx, lost, people.ownIds);
  const wishes = await takeOverWishes(trx, lost, people.ownIds);
  return { people, mail, wishes, answers: await takeOverAnswers(trx, lost, same) };
}

/**
 * Whatever was due by now may have left since the copy was made: nobody is left who knows. It is withdrawn, which gives its day back, and the
 * mornings that have come are passed over, as others may have been planned for them.
 */
async function withdrawDue(trx: Db, now: Instant): Promise<Withdrawn> {
  const withdrawn = await trx
    .updateTable('message')
    .set({ state: 'cancelled', reply: 'due before the store was restored', raw: null, worker: null, lease_until: null })
    .where('purpose', 'in', ['nudge', 'welcome', 'safeguard'])
    .where('purpose', 'in', ['nudge', 'welcome', 'code-reminder'])
    .where('state', 'in', mayStillLeave)
    .where('due_at', '<=', now)
    .returning('person_id')
    .execute();
  const people = new Set(withdrawn.map(({ person_id }) => person_id)).size;
  return { mails: withdrawn.length, people, mornings: await passOverMornings(trx, now) };
}

async function readWaiting(trx: Db, now: Instant): Promise<Waiting> {
  const waiting = await trx
    .selectFrom('message')
    .select((eb) => [eb.fn.countAll<number>().as('mails'), eb.fn.count('person_id').distinct().as('people')])
    .select((eb) => eb.case().when('due_at', '<=', now).then(1).else(0).end().as('due'))
    .where('purpose', '=', 'nudge')
    .where('state', 'in', mayStillLeave)
    .where('expires_at', '>=', now)
    .groupBy('due')
    .execute();
  const counted = (due: number) => waiting.find((row) => Number(row.due) === due);
  return {
    dueMails: Number(counted(1)?.mails ?? 0),
    duePeople: Number(counted(1)?.people ?? 0),
    laterMails: Number(counted(0)?.mails ?? 0),
  };
}
