import { firstAnswerRight } from '#core/memory/chain/chain.ts';
import {
  difficultyAfter,
  firstDifficulty,
  firstStability,
  stabilityIfRight,
  stabilityIfWrong,
} from '#core/memory/fsrs-steps.ts';
import { decay } from '#core/memory/parameters.ts';
import { usualPractice } from '#core/memory/practice.ts';
import { type History, never } from './history.ts';

/** F of the forgetting curve, such that recall is 90 % after as many days as the stability. */
const factor = 0.9 ** (-1 / decay) - 1;

/** Believed chance of recall at the start of a week, by the product's own memory model. */
export function believedRecall(history: History, arm: number, week: number): number {
  const met = history.metIn[arm] ?? never;
  if (met === never) return 0;
  return (1 + (factor * 7 * (week - met)) / (history.stability[arm] ?? 0)) ** -decay;
}

/** Recall averaged over `span` days from `since` days after a meeting: the integral of the forgetting curve, for a decay below one. */
export function averageRecall(stability: number, since: number, span: number): number {
  const integral = (days: number) => (1 + (factor * days) / stability) ** (1 - decay);
  return ((integral(since + span) - integral(since)) * stability) / (factor * (1 - decay) * span);
}

/** What an answer would make of a memory: its chance of being right and both outcomes. */
export type Outlook = {
  right: number;
  ifRight: number;
  ifWrong: number;
  difficultyIfRight: number;
  difficultyIfWrong: number;
};

export function outlookOf(history: History, arm: number, week: number): Outlook {
  if (history.metIn[arm] === never)
    return {
      right: firstAnswerRight,
      ifRight: firstStability.right,
      ifWrong: firstStability.wrong,
      difficultyIfRight: firstDifficulty.right,
      difficultyIfWrong: firstDifficulty.wrong,
    };
  const right = believedRecall(history, arm, week);
  const stability = history.stability[arm] ?? 0;
  const difficulty = history.difficulty[arm] ?? 0;
  return {
    right,
    ifRight: stabilityIfRight(stability, difficulty, right, usualPractice),
    ifWrong: stabilityIfWrong(stability, difficulty, right, usualPractice),
    difficultyIfRight: difficultyAfter(difficulty, true),
    difficultyIfWrong: difficultyAfter(difficulty, false),
  };
}
