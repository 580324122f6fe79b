import { choiceLetter, isRight, type Question } from '../../schema/question.ts';
import { type AskedCase, type Count, type Guess, guessBlind, learnOptions } from './blind-guess.ts';
import { waits } from './waits.ts';

/** A rule of thumb for guessing: how often it names an option, and how often that one is right. */
export type Thumb = { rule: string; right: number; of: number };

export type TellingFeature = { feature: string } & Count;

export type GuessFigures = {
  questions: number;
  right: number;
  /** How many would be right by chance. */
  chance: number;
  thumbs: Thumb[];
  /** What gives most away over the whole library, the strongest first. */
  telling: TellingFeature[];
};

const mostTelling = 10;

/** How well somebody guesses who has read none of it. Pure. */
export function guessFigures(cases: readonly AskedCase[]): GuessFigures {
  const guesses = guessBlind(cases);
  const asked = cases.flatMap(({ questions }) => questions);
  return {
    questions: asked.length,
    right: guesses.filter(isHit).length,
    chance: asked.reduce((sum, { choices }) => sum + 1 / choices.length, 0),
    thumbs: thumbsOf(asked),
    telling: tellingFeatures(cases),
  };
}

export function isHit({ guessed, right }: Guess): boolean {
  return guessed === right;
}

/** The share of questions whose right option the words alone give away; 0 where nothing is asked. */
export function guessShare({ questions, right }: Pick<GuessFigures, 'questions' | 'right'>): number {
  return questions === 0 ? 0 : right / questions;
}

type Choices = Pick<Question, 'choices'>;

function thumbsOf(asked: readonly Choices[]): Thumb[] {
  return [
    only('the shortest option', asked, ({ choices }) => extreme(choices, -1)),
    only('the longest option', asked, ({ choices }) => extreme(choices, 1)),
    bestPlace(asked),
    waiting(asked),
  ];
}

function only(rule: string, asked: readonly Choices[], pick: (question: Choices) => number): Thumb {
  const right = asked.filter((question) => question.choices.findIndex((choice) => isRight(choice)) === pick(question));
  return { rule, right: right.length, of: asked.length };
}

/** The place of the longest option, or with -1 of the shortest; of several the first. */
function extreme(choices: Question['choices'], sign: 1 | -1): number {
  const lengths = choices.map(({ text }) => sign * text.length);
  return lengths.indexOf(Math.max(...lengths));
}

function bestPlace(asked: readonly Choices[]): Thumb {
  const places = [0, 1, 2, 3].map((place) => only(`place ${choiceLetter(place)}, the best one`, asked, () => place));
  return places.reduce((best, thumb) => (thumb.right > best.right ? thumb : best));
}

/** Counts options, since a question may have several that wait. */
function waiting(asked: readonly Choices[]): Thumb {
  const found = asked.flatMap(({ choices }) => choices).filter(({ text }) => waits(text));
  return {
    rule: 'options that wait or do nothing',
    right: found.filter((choice) => isRight(choice)).length,
    of: found.length,
  };
}

/** By how many standard deviations the right options among those with the feature stray from chance. */
function tellingFeatures(cases: readonly AskedCase[]): TellingFeature[] {
  const { options, features } = learnOptions(cases);
  const share = options.right / Math.max(1, options.right + options.wrong);
  const stray = ({ right, wrong }: Count) => {
    const all = right + wrong;
    return Math.abs(right - all * share) / Math.sqrt(all * share * (1 - share));
  };
  return [...features]
    .map(([feature, count]) => ({ feature, ...count }))
    .sort((a, b) => stray(b) - stray(a))
    .slice(0, mostTelling);
}
