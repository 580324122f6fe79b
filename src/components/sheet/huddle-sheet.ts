import type { CatalogueCase, CatalogueQuestion } from '#catalogue/catalogue.ts';
import { choiceLetter, isRight, type RightChoice } from '#catalogue/schema/question.ts';
import type { Source } from '#catalogue/schema/source.ts';
import { type HuddleStory, splitStory } from './huddle-story.ts';

export type WrongAnswer = { letter: string; text: string; tempts: string; costs: string };
export type NumberedSource = Source & { number: number };

export type HuddleSheet = {
  story: HuddleStory;
  figures: (CatalogueCase['impact'][number] & { numbers: number[] })[];
  decision: CatalogueQuestion;
  right: RightChoice & { letter: string };
  wrong: WrongAnswer[];
  /** What the sheet cites, under the numbers these sources have in the case. */
  cited: NumberedSource[];
};

/** More figures than three would be read by nobody in two minutes. */
const mostFigures = 3;

/** What a sheet of paper says of a case. */
export function huddleOf(entry: CatalogueCase): HuddleSheet {
  const decision = entry.questions.find(({ id }) => id === `${entry.id}/${entry.decision}`);
  if (!decision) throw new RangeError(`${entry.id} has no question "${entry.decision}" for its decision`);
  const impact = entry.impact.slice(0, mostFigures);
  const citedIds = new Set([...impact.flatMap(({ sources }) => sources), ...decision.sources]);
  const numberOf = (id: string) => entry.sources.findIndex((source) => source.id === id) + 1;
  return {
    // The opening stops at the decision; the mail tells the outcome, and its first paragraph only what happened.
    story: { front: splitStory(entry.opening).front, rest: entry.mail.story.slice(1) },
    figures: impact.map((figure) => ({ ...figure, numbers: figure.sources.map(numberOf) })),
    decision,
    right: rightOf(decision),
    wrong: wrongOf(decision),
    cited: entry.sources
      .map((source, index) => ({ ...source, number: index + 1 }))
      .filter(({ id }) => citedIds.has(id)),
  };
}

export function rightOf(question: Pick<CatalogueQuestion, 'choices' | 'id'>): RightChoice & { letter: string } {
  for (const [index, choice] of question.choices.entries()) {
    if (isRight(choice)) return { ...choice, letter: choiceLetter(index).toUpperCase() };
  }
  throw new RangeError(`no choice of ${question.id} is right`);
}

function wrongOf(question: CatalogueQuestion): WrongAnswer[] {
  return question.choices.flatMap((choice, index) =>
    isRight(choice) ? [] : [{ ...choice, letter: choiceLetter(index).toUpperCase() }],
  );
}
