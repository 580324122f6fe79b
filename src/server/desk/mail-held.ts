import type { OpenBreaker } from '#core/delivery/breaker.ts';
import type { Language } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';

/** Why no mail goes out, what mends it and when it is tried again, in a trainer's words. */
export function mailHeld({ trouble, nextTryAt }: OpenBreaker, language: Language): string {
  const { sentence, troubles, mends } = wordsIn(language).desk.mailHeld;
  return sentence(troubles[trouble], mends[trouble], new Date(nextTryAt).toISOString().slice(11, 16));
}
