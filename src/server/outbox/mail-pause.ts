import { z } from 'zod';
import { forgetFact, keepFact, readFact } from '#server/database/facts.ts';
import type { Db } from '#server/database/open-database.ts';

/** *restored*: put back by command. *copied*: a backup, or a store that lies where another one was, or that came from another machine. */
export const pauseReasons = ['restored', 'copied'] as const;

const pauseSchema = z.object({
  why: z.enum(pauseReasons),
  since: z.number(),
  /** When the backup was made, where that is known; else the store's last sign of life says about when. */
  madeAt: z.number().nullable(),
  /** Files in the data folder with the store as it was before, the newest last. */
  before: z.array(z.string()),
});

/** Why nothing is planned or sent, until an operator has seen what would go. */
export type MailPause = z.infer<typeof pauseSchema>;

const factName = 'mail-paused';

const unreadable: MailPause = { why: 'copied', since: 0, madeAt: null, before: [] };

export async function readPause(db: Db): Promise<MailPause | null> {
  const text = await readFact(db, factName);
  // One that another version wrote in another form is a pause all the same.
  return text === null ? null : (pauseSchema.safeParse(JSON.parse(text)).data ?? unreadable);
}

/**
 * Pauses a store that is a copy, or takes note of more about one that is paused. Trainers sign in anew: a copy knows neither who left the desk
 * since, nor which of its links were used.
 */
export function pauseMail(db: Db, pause: MailPause): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await keepFact(trx, factName, JSON.stringify(pause));
    await trx.deleteFrom('sign_in').execute();
    await trx.deleteFrom('session').execute();
    await trx
      .updateTable('message')
      .set({ state: 'cancelled', reply: 'the store was restored', raw: null, letter: null })
      .where('purpose', '=', 'sign-in')
      .where('state', 'in', ['planned', 'queued', 'claimed', 'deferred'])
      .execute();
    // A sender takes whatever is queued: while mail is paused that is letters asked for since.
    await trx
      .updateTable('message')
      .set({ state: 'planned', worker: null, lease_until: null })
      .where('state', 'in', ['queued', 'claimed'])
      .execute();
  });
}

export function liftPause(db: Db): Promise<void> {
  return forgetFact(db, factName);
}
