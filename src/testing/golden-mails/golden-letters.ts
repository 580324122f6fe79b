import { type NoticeKind, nothingTold } from '#core/delivery/operator-notice.ts';
import { firstLanguage, type Language, languages } from '#i18n/languages.ts';
import { signInLetter } from '#server/desk/sign-in-letter.ts';
import type { LetterWords } from '#server/mail/compose-message.ts';
import { testLetter } from '#server/mail/test-letter.ts';
import { operatorLetter } from '#server/operator/operator-letter.ts';
import { plainWords } from '#server/operator/operator-route.ts';

type GoldenLetter = { kind: string; language: Language; words: LetterWords };

/** Every letter that is no nudge. A new kind is looked at by all rules once it has its line here. */
export function goldenLetters(siteUrl: string): GoldenLetter[] {
  const signIn = `${siteUrl}/desk/enter/Zk3q0b9rT1yXw5uVs7nPcA2dLfGhJm4eAQ`;
  return [
    ...languages.map((language) => ({ kind: 'sign-in', language, words: signInLetter(signIn, language) })),
    { kind: 'test', language: firstLanguage, words: testLetter() },
    ...noticeKinds.map(
      (kind): GoldenLetter => ({
        kind: `notice of ${kind}`,
        language: firstLanguage,
        words: plainWords(operatorLetter(kind, { ...anOutage, siteUrl })),
      }),
    ),
  ];
}

const noticeKinds = ['held', 'again', 'unknown', 'policy'] as const satisfies readonly NoticeKind[];

const now = Date.parse('2026-11-30T03:12:00Z');

/** A night in which everything that an operator is told of came together. */
const anOutage = {
  now,
  told: { ...nothingTold, held: { at: now, since: now - 5_400_000, isOver: true, waited: 212 } },
  troubles: {
    breaker: {
      trouble: 'login' as const,
      reply:
        '535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully.',
      since: now - 5_400_000,
      faults: 9,
      nextTryAt: now + 600_000,
    },
    waiting: 212,
    unknown: 3,
    policy: 7,
  },
};
