import type { MessageState } from '#core/delivery/message-state.ts';
import { latestPlausible } from '#core/planning/calendar/clock.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { leaseMs } from './claims.ts';
import { inBrief, type MessageInBrief } from './outbox.ts';

/** What dead workers left: certainly not sent, or nobody knows. */
export type Recovered = { unsent: MessageInBrief[]; unknown: MessageInBrief[] };

/**
 * Takes back what a dead worker left, or one whose clock was ahead, whose lease would never pass: `claimed` was certainly not sent and is queued again; `sending` may have been,
 * so it is `unknown`, and then resent once with the same bytes, or held for the operator. Returns both.
 */
export async function recoverAbandoned(db: Db, now: Instant, policy: 'resend' | 'hold'): Promise<Recovered> {
  const abandoned = (state: MessageState) =>
    db
      .updateTable('message')
      .where('state', '=', state)
      .where((eb) => eb.or([eb('lease_until', '<', now), eb('lease_until', '>', latestPlausible(now) + leaseMs)]));
  const unsent = await abandoned('claimed')
    .set({ state: 'queued', worker: null, lease_until: null })
    .returning(inBrief)
    .execute();
  const unknown = await abandoned('sending')
    .set((eb) => ({
      state: 'unknown',
      unknowns: eb('unknowns', '+', 1),
      worker: null,
      lease_until: null,
      reply: 'The sender stopped before the server’s answer was written down.',
    }))
    .returning(inBrief)
    .execute();
  if (policy === 'resend') await resendUnknown(db, now);
  await holdUnknown(db, now, policy);
  return { unsent, unknown };
}

/** Queues each `unknown` message once more. Its bytes and Message-ID stay, so a mailbox can tell it is the same. */
async function resendUnknown(db: Db, now: Instant): Promise<void> {
  await db
    .updateTable('message')
    .set({ state: 'queued' })
    .where('state', '=', 'unknown')
    .where('unknowns', '<=', 1)
    .where('expires_at', '>=', now)
    .execute();
}

/** Holds for the operator whatever is `unknown` and is not sent again by itself: by policy, the second time, or past its use. */
export async function holdUnknown(db: Db, now: Instant, policy: 'resend' | 'hold'): Promise<void> {
  const unknown = db.updateTable('message').set({ state: 'held' }).where('state', '=', 'unknown');
  const held =
    policy === 'hold' ? unknown : unknown.where((eb) => eb.or([eb('unknowns', '>', 1), eb('expires_at', '<', now)]));
  await held.execute();
}
