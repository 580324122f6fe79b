import type { CaseFolder } from '../assemble.ts';
import { plainText } from '../story-body.ts';
import type { ContentFault } from './content-fault.ts';

/** Below it a story leaves out why sensible people did what they did; above it the page is read by nobody to its end. */
const storyWords = { least: 700, most: 1_250 };
/** A lesson is asked again and again, so a case brings several; more than these nobody maintains. */
const questionCount = { least: 4, most: 14 };

/** Stories and sets of questions that are too short or too long. Pure. */
export function checkExtent({ id, body, questions }: CaseFolder): ContentFault[] {
  const words = plainText(body.replace(/^##.*$|<\w+ \/>/gm, '')).split(' ').length;
  return [
    ...outside(words, storyWords).map((mend) => ({
      file: `cases/${id}/index.mdx`,
      field: 'body',
      wrong: `the story has ${words} words`,
      mend,
    })),
    ...outside(questions.length, questionCount).map((mend) => ({
      file: `cases/${id}/questions.yaml`,
      field: '',
      wrong: `it asks ${questions.length} questions`,
      mend,
    })),
  ];
}

function outside(count: number, { least, most }: { least: number; most: number }): string[] {
  return count < least || count > most ? [`Make it ${least} to ${most.toLocaleString('en')}.`] : [];
}
