import type { AskedOf } from '#catalogue/asked-version.ts';
import type { Words } from '#i18n/words.ts';
import type { AnswerOutcome } from '#server/answers/record-answer.ts';
import type { ReadingOutcome } from '#server/answers/record-reading.ts';

type Refused = Extract<AnswerOutcome | ReadingOutcome, { ok: false }>;

/** Why a form was not understood, in the reader's words, or `null` when the page itself says what is wrong: the link or the question is over. */
export function problemWith(refused: Refused, asked: AskedOf, { answer: t }: Words, gap: string): string | null {
  switch (refused.reason) {
    case 'incomplete':
      if (asked.kind !== 'question') return t.chooseOne;
      return refused.lacks.map((field) => t.missing[field]).join(gap);
    case 'no-such-choice':
      return asked.kind === 'question' ? t.noSuchChoice : t.chooseOne;
    default:
      return null;
  }
}
