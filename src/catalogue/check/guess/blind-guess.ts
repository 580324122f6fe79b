import { isRight, type Question } from '../../schema/question.ts';
import { optionFeatures } from './option-features.ts';

type Asked = Pick<Question, 'id' | 'choices'>;

export type AskedCase = { id: string; questions: readonly Asked[] };

/** How often a feature stands in right and in wrong options. */
export type Count = { right: number; wrong: number };

/** What right and wrong options have in common: how many there are, and in how many each feature stands. */
export type Learned = { options: Count; features: ReadonlyMap<string, Count> };

/** A feature that spoke for an option (above 0) or against it, as a logarithm of odds. */
export type Telling = { feature: string; weight: number; count: Count };

export type Guess = {
  caseId: string;
  questionId: string;
  /** The place of the option that is likeliest by its words alone, and of the right one. */
  guessed: number;
  right: number;
  /** Of each option, in order: what spoke for and against it, the strongest first. */
  telling: Telling[][];
};

const none: Count = { right: 0, wrong: 0 };

/** What can be learned from the options of these cases: the counts of a naive Bayes classifier. Pure. */
export function learnOptions(cases: readonly AskedCase[]): Learned {
  const features = new Map<string, Count>();
  const options = { ...none };
  for (const { choices } of cases.flatMap(({ questions }) => questions)) {
    const texts = choices.map(({ text }) => text);
    choices.forEach((choice, at) => {
      const side = isRight(choice) ? 'right' : 'wrong';
      options[side] += 1;
      for (const feature of optionFeatures(texts, at)) {
        const count = features.get(feature) ?? none;
        features.set(feature, { ...count, [side]: count[side] + 1 });
      }
    });
  }
  return { options, features };
}

/** Picks of every question the option that is likeliest by what the other cases' options have in common. It never reads a scene. Pure. */
export function guessBlind(cases: readonly AskedCase[]): Guess[] {
  const all = learnOptions(cases);
  return cases.flatMap((held) => {
    const learned = without(all, learnOptions([held]));
    return held.questions.map((question) => guessOne(held.id, question, learned));
  });
}

function without(all: Learned, held: Learned): Learned {
  const less = (one: Count, other: Count) => ({ right: one.right - other.right, wrong: one.wrong - other.wrong });
  const features = new Map(all.features);
  for (const [feature, count] of held.features) features.set(feature, less(features.get(feature) ?? none, count));
  return { options: less(all.options, held.options), features };
}

function guessOne(caseId: string, { id, choices }: Asked, learned: Learned): Guess {
  const texts = choices.map(({ text }) => text);
  const telling = texts.map((_, at) => optionFeatures(texts, at).map((feature) => weigh(feature, learned)));
  const scores = telling.map((entries) => entries.reduce((sum, { weight }) => sum + weight, 0));
  return {
    caseId,
    questionId: id,
    guessed: scores.indexOf(Math.max(...scores)),
    right: choices.findIndex((choice) => isRight(choice)),
    telling: telling.map((entries) => entries.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))),
  };
}

/** How many options stand for what is not known of a feature, right and wrong ones as they are mixed everywhere: what was never seen decides nothing. */
const assumed = 4;

function weigh(feature: string, { options, features }: Learned): Telling {
  const count = features.get(feature) ?? none;
  const all = options.right + options.wrong;
  const share = (seen: number, of: number) => (seen + (assumed * of) / all) / of;
  const weight = Math.log(share(count.right, options.right) / share(count.wrong, options.wrong));
  return { feature, weight, count };
}
