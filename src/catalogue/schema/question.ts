import { z } from 'zod';
import { brokenRule } from '../check/form-rule.ts';
import { usesContested } from './contested.ts';
import { line, slug, subjectLine, validUntil } from './primitives.ts';
import { roleIds } from './roles.ts';

/** What an answer is kept by, wherever its choice stands and however it is worded: never one letter, which is a place in a list. */
export const choiceId = slug.min(3, 'give it two words or so').max(40, 'shorten this to 40 characters or fewer');

const rightChoice = z.strictObject({ id: choiceId.optional(), text: line(120), because: line(320, 40) });
const wrongChoice = z.strictObject({
  id: choiceId.optional(),
  text: line(120),
  tempts: line(200, 20),
  costs: line(240, 20),
});

/**
 * A choice is right when it says `because`; a wrong one says why it `tempts` and what it `costs`.
 * There is no flag to forget: the fields a choice carries are what it is.
 */
const choiceSchema = z.union([rightChoice, wrongChoice], {
  error: 'a choice has text and because (the right one), or text, tempts and costs (a wrong one)',
});

export const questionSchema = z
  .strictObject({
    id: slug,
    lesson: slug,
    roles: z.array(z.enum(roleIds)).min(1, 'name at least one role'),
    scene: line(420, 40),
    ask: line(140),
    /** Subject of a mail that asks this alone, as a newspaper would put it. */
    subject: subjectLine(8),
    choices: z.array(choiceSchema).min(2, 'give two to four choices').max(4, 'give two to four choices'),
    sources: z.array(slug).default([]),
    contested: usesContested,
    validUntil,
  })
  .superRefine((question, context) => {
    const ids = question.choices.flatMap(({ id }) => id ?? []);
    const twice = ids.find((id, index) => ids.indexOf(id) !== index);
    if (twice) {
      const rule = { code: 'choices-alike', facts: { said: twice } } as const;
      context.addIssue(brokenRule(['choices'], `two choices are called ${twice}`, rule));
    }
    const right = question.choices.filter((choice) => 'because' in choice).length;
    if (right === 1) return;
    const message = `${right === 0 ? 'no choice is' : `${right} choices are`} right; give "because" to exactly one choice`;
    context.addIssue(brokenRule(['choices'], message, { code: 'right-choices', facts: { right } }));
  });

export const questionsFileSchema = z.array(questionSchema).min(1, 'a case needs at least one question');

export type Question = z.infer<typeof questionSchema>;
export type Choice = Question['choices'][number];
export type RightChoice = z.infer<typeof rightChoice>;

/** A choice with the id that its answers are kept by. */
export type NamedChoice = Choice & { id: string };

export function isRight<T extends Choice>(choice: T): choice is Extract<T, RightChoice> {
  return 'because' in choice;
}

const letters = ['a', 'b', 'c', 'd'] as const;
export type ChoiceLetter = (typeof letters)[number];

/** The letter a reader sees and a link carries for the choice at `index`. */
export function choiceLetter(index: number): ChoiceLetter {
  const letter = letters[index];
  if (!letter) throw new RangeError(`a question has at most ${letters.length} choices, asked for number ${index + 1}`);
  return letter;
}
