import type { OpenBreaker } from '#core/delivery/breaker.ts';
import { formatsIn } from '#i18n/format.ts';
import type { Language } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import type { MailPause } from '#server/outbox/mail-pause.ts';

/** Why no mail goes out, what mends it and when it is tried again, in a trainer's words. */
export function mailHeld({ trouble, nextTryAt }: OpenBreaker, language: Language): string {
  const { sentence, troubles, mends } = wordsIn(language).desk.mailHeld;
  return sentence(troubles[trouble], mends[trouble], new Date(nextTryAt).toISOString().slice(11, 16));
}

/** Since when mail is paused, and why, because the store was restored or copied. */
export function mailPaused({ why, since }: MailPause, language: Language): string {
  const { sentence, reasons } = wordsIn(language).desk.mailPaused;
  const [day = '', time = ''] = new Date(since).toISOString().slice(0, 16).split('T');
  return sentence(reasons[why], `${formatsIn(language).date(day)} ${time}`);
}
