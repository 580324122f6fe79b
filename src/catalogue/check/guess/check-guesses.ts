import type { ContentFault } from '../content-fault.ts';
import { type GuessFigures, guessShare } from './guess-figures.ts';

/** Chance is 0.25 with four options, and a few words will always tell a little: above this a reader learns to guess. */
export const highestGuessShare = 0.35;

/** Below this many questions any share may be chance. */
const fewest = 30;

/** Questions that can be answered by the words of their options alone, without the case. Pure. */
export function checkGuesses(figures: GuessFigures): ContentFault[] {
  const share = guessShare(figures);
  if (figures.questions < fewest || share <= highestGuessShare) return [];
  return [
    {
      file: 'cases/*/questions.yaml',
      field: 'choices',
      wrong: `${figures.right} of ${figures.questions} right answers can be guessed from the words of the options alone (${share.toFixed(2)})`,
      mend: `Bring it to ${highestGuessShare} with wrong options that sound as wise as the right one: npm run check-content -- --guess names the telling words.`,
    },
  ];
}
