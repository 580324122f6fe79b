import type { Language } from '#i18n/languages.ts';
import type { Instant } from '#server/database/schema.ts';
import { type AnswerContext, openNudge } from './open-nudge.ts';
import { readSubscription } from './subscription.ts';

/** The language of the person a link was sent to; `null` when it is no link of ours, or the store cannot say. */
export async function languageOfLink(context: AnswerContext, token: string, now: Instant): Promise<Language | null> {
  try {
    const nudge = await openNudge(context, token, now);
    if (nudge.ok) return nudge.found.person.language;
    const subscription = await readSubscription(context, token, now);
    return subscription.ok ? subscription.language : null;
  } catch {
    // Whoever asks is about to tell of a store that fails, and must not fail over its language.
    return null;
  }
}
