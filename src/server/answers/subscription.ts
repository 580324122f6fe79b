import type { Language } from '#i18n/languages.ts';
import type { Instant } from '#server/database/schema.ts';
import type { AnswerContext } from './open-nudge.ts';
import { type ReadToken, readToken } from './token.ts';
import { withdrawPending } from './withdraw-pending.ts';

export type Subscription =
  | { ok: true; name: string; email: string; language: Language; unsubscribed: boolean }
  | { ok: false; reason: 'forged' | 'foreign' | 'retired' | 'gone' };

/** Whose unsubscribe link this is. It never expires: a way out must work as long as the mail is kept. */
export async function readSubscription(context: AnswerContext, token: string, now: Instant): Promise<Subscription> {
  const read = await readLink(context, token, now);
  if (!read.ok) return read;
  const person = await context.db
    .selectFrom('person')
    .select(['name', 'email', 'language', 'unsubscribed_at'])
    .where('id', '=', read.id)
    .executeTakeFirst();
  if (!person) return { ok: false, reason: 'gone' };
  const { name, email, language } = person;
  return { ok: true, name, email, language, unsubscribed: person.unsubscribed_at !== null };
}

function readLink({ db, keys }: AnswerContext, token: string, now: Instant): Promise<ReadToken> {
  return readToken(keys, 'unsubscribe', token, now, async (id) => {
    const person = await db.selectFrom('person').select('key').where('id', '=', id).executeTakeFirst();
    return person?.key;
  });
}

/** Stops all mail to the person at once, and withdraws what had not left. Doing it twice is the same as once. */
export async function unsubscribe(context: AnswerContext, token: string, now: Instant): Promise<Subscription> {
  const read = await readLink(context, token, now);
  if (read.ok) {
    await context.db
      .updateTable('person')
      .set({ unsubscribed_at: now })
      .where('id', '=', read.id)
      .where('unsubscribed_at', 'is', null)
      .execute();
    await withdrawPending(context.db, read.id, 'unsubscribed');
  }
  return readSubscription(context, token, now);
}

export async function undoUnsubscribe(context: AnswerContext, token: string, now: Instant): Promise<Subscription> {
  const read = await readLink(context, token, now);
  if (read.ok)
    await context.db.updateTable('person').set({ unsubscribed_at: null }).where('id', '=', read.id).execute();
  return readSubscription(context, token, now);
}
