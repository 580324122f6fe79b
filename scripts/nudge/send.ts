import { AppError } from '#core/errors/app-error.ts';
import type { AppContext } from '#server/app-context.ts';
import { readBreaker } from '#server/outbox/breaker-store.ts';
import { mailHeldError, mailPausedError } from '#server/outbox/mail-held-error.ts';
import type { SendCounts } from '#server/outbox/send-due.ts';
import { isFaultOfStore } from '#server/outbox/until-written.ts';
import { untilStopped } from '../until-stopped.ts';
import { withSendingApp } from './with-app.ts';

/** `send`: one round of what is due. */
export async function send(): Promise<void> {
  const { signal } = untilStopped();
  await withSendingApp(sendOnce, signal);
}

async function sendOnce(app: AppContext): Promise<void> {
  const counts = await sendDueOnce(app);
  console.log(
    Object.entries(counts)
      .map(([kind, count]) => `${count} ${kind}`)
      .join(', '),
  );
  await app.tellOperator();
  const pause = await app.mailPause();
  if (pause) throw mailPausedError(pause);
  const breaker = await readBreaker(app.store.db);
  if (breaker) throw mailHeldError(breaker);
}

async function sendDueOnce(app: AppContext): Promise<SendCounts> {
  try {
    return await app.sendDue();
  } catch (error) {
    throw isFaultOfStore(error) ? new AppError('STORE_UNWRITABLE', { cause: error }) : error;
  }
}
