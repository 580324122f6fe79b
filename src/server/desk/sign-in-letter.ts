import type { Language } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import type { LetterWords } from '#server/mail/compose-message.ts';
import { letterButton, letterPage, letterParagraph } from '#server/mail/letter-page.ts';
import { wrap } from '#server/mail/wrap.ts';

/** The mail with a trainer's single-use link. */
export function signInLetter(url: string, language: Language): LetterWords {
  const { subject, lead, act, aside } = wordsIn(language).mail.signIn;
  const parts = [
    letterParagraph('ink', lead, language),
    letterButton(url, act),
    letterParagraph('ash', aside, language),
  ];
  return {
    subject,
    text: [wrap(lead), `${act}\n${url}`, wrap(aside)].join('\n\n'),
    html: letterPage(subject, parts, language),
  };
}
