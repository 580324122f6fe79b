import type { Instant, MessageRow } from '#server/database/schema.ts';
import { composeLetter } from '#server/mail/compose-letter.ts';
import { composeAsking } from '#server/nudges/compose-asking.ts';
import { composeNudge, type NudgeRenderer } from '#server/nudges/compose-nudge.ts';
import { composeWelcome } from '#server/nudges/compose-welcome.ts';
import type { Composed } from '#server/outbox/send-due.ts';
import { composeReminder } from './code/compose-reminder.ts';

/** Composes what is to be sent now, each purpose in its own way; what is no mail of its own is a letter that lies written in the store. */
export async function composeMessage(renderer: NudgeRenderer, message: MessageRow, now: Instant): Promise<Composed> {
  switch (message.purpose) {
    case 'nudge':
      return composeNudge(renderer, message, now);
    case 'welcome':
      return { ...(await composeWelcome(renderer, message, now)), words: null };
    case 'safeguard':
      return { ...(await composeAsking(renderer, message, now)), words: null };
    case 'code-reminder':
      return { ...(await composeReminder(renderer, message, now)), words: null };
    default:
      return { ...(await composeLetter(renderer, message)), words: null };
  }
}
