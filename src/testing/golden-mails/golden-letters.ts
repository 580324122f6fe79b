import { firstLanguage, type Language, languages } from '#i18n/languages.ts';
import { signInLetter } from '#server/desk/sign-in-letter.ts';
import type { LetterWords } from '#server/mail/compose-message.ts';
import { testLetter } from '#server/mail/test-letter.ts';

type GoldenLetter = { kind: string; language: Language; words: LetterWords };

/** Every letter that is no nudge. A new kind is looked at by all rules once it has its line here. */
export function goldenLetters(siteUrl: string): GoldenLetter[] {
  const signIn = `${siteUrl}/desk/enter/Zk3q0b9rT1yXw5uVs7nPcA2dLfGhJm4eAQ`;
  return [
    ...languages.map((language) => ({ kind: 'sign-in', language, words: signInLetter(signIn, language) })),
    { kind: 'test', language: firstLanguage, words: testLetter() },
  ];
}
