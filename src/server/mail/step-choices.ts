import { type StepKind, stepAnswersInTurn } from '#core/planning/step-answers.ts';
import type { Language } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import { answerLink } from './answer-link.ts';

/** The answers to a step as links of its mail; three short words need no letters. */
export function stepChoices(kind: StepKind, language: Language): { letter: null; text: string; href: string }[] {
  const { answers } = wordsIn(language).mail[kind];
  return stepAnswersInTurn[kind].map((answer) => ({ letter: null, text: answers[answer], href: answerLink(answer) }));
}
