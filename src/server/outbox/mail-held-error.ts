import type { OpenBreaker } from '#core/delivery/breaker.ts';
import { AppError } from '#core/errors/app-error.ts';
import { sayInstant } from '#server/log/say-instant.ts';
import type { MailPause } from './mail-pause.ts';

/** Why nothing is sent, for whoever asked for it to be. */
export function mailHeldError({ trouble, reply, since, nextTryAt }: OpenBreaker): AppError {
  return new AppError('MAIL_HELD', { trouble, reply, since: sayInstant(since), nextTry: sayInstant(nextTryAt) });
}

/** The same while a store that was restored or copied waits for an operator. */
export function mailPausedError({ why, since }: MailPause): AppError {
  return new AppError('MAIL_PAUSED', { why, since: sayInstant(since) });
}
