import { answersFromItem } from './answers-from-item.ts';
import type { ExposureItem } from './exposure.ts';
import type { Answer } from './five-questions.ts';

/**
 * The four tests by which Japan's Economic Security Promotion Act (Act 43 of 2022) designates a critical material, as a team's own test of an item. Two are
 * answered elsewhere: whether it is essential among the five questions, whether the house over-depends by the figures.
 */
export const designationTests = ['essential', 'over-dependent', 'cut-off', 'special-need'] as const;

export type DesignationTest = (typeof designationTests)[number];

export type Designation = {
  answers: Readonly<Record<DesignationTest, Answer>>;
  /** Yes with all four, no with one no; nobody having answered is no no. */
  passes: Answer;
};

export function designationOf(item: ExposureItem): Designation {
  const answers = {
    essential: item.essential,
    'over-dependent': answersFromItem(item).answers.dependent,
    'cut-off': item.cutOff,
    'special-need': item.specialNeed,
  } as const;
  const given = Object.values(answers);
  return { answers, passes: given.includes('no') ? 'no' : given.includes('unknown') ? 'unknown' : 'yes' };
}
