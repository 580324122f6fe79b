import type { Question } from '../schema/question.ts';
import type { ContentFault } from './content-fault.ts';

/** Choices in the library's own files that have no id: answers are kept by it, so it must not change with their place or wording. */
export function checkChoices(cases: readonly { id: string; questions: readonly Question[] }[]): ContentFault[] {
  return cases.flatMap(({ id, questions }) =>
    questions
      .filter(({ choices }) => choices.some((choice) => choice.id === undefined))
      .map((question) => ({
        file: `cases/${id}/questions.yaml`,
        field: question.id,
        wrong: 'a choice has no id',
        mend: 'Give it two or three words of its own, as in "id: sign-second-maker", and keep them for good.',
      })),
  );
}
