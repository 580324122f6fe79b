import type { PolicyColourId } from './policy-colours.ts';

/** Nobody having answered is an answer of its own: it is never taken for a no. */
export const answers = ['yes', 'no', 'unknown'] as const;

export type Answer = (typeof answers)[number];

/**
 * What is asked of an item to sort it, in the order of asking. `needed` questions must all be answered yes for their colour;
 * one that `strengthens` makes a colour that holds more urgent, and never gives it alone. The words are those of the interface
 * (`words.exposure.questions`); the ids are stored and imported, and stay.
 */
export const fiveQuestions = [
  { id: 'essential', colour: 'green', part: 'needed' },
  { id: 'dependent', colour: 'green', part: 'needed' },
  { id: 'lead', colour: 'blue', part: 'needed' },
  { id: 'leak', colour: 'blue', part: 'strengthens' },
  { id: 'upheaval', colour: 'red', part: 'needed' },
] as const satisfies readonly { id: string; colour: PolicyColourId; part: 'needed' | 'strengthens' }[];

export type QuestionId = (typeof fiveQuestions)[number]['id'];

export const questionIds: readonly QuestionId[] = fiveQuestions.map((question) => question.id);

export type FiveAnswers = Readonly<Record<QuestionId, Answer>>;
