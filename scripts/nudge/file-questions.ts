import type { FileQuestion } from '#server/people/files/staff-file.ts';

const asked = {
  encoding: () => 'In which encoding was it written? The right one shows the names right.',
  sheet: () => 'Which sheet holds the list?',
  list: () => 'What is it a list of?',
  decimal: () => 'Which sign stands before a fraction?',
  dateOrder: (heading) => `In which order stand the dates of "${heading}"?`,
  zeros: (heading) => `Do the zeros that the program shows belong to the numbers of "${heading}"?`,
  column: (heading) => `What does the column "${heading}" hold?`,
} as const satisfies Record<FileQuestion['about'], (heading: string) => string>;

const options = {
  encoding: 'encoding',
  sheet: 'sheet',
  list: 'list',
  decimal: 'decimal',
  dateOrder: 'date-order',
  zeros: 'zeros',
  column: 'column',
} as const satisfies Record<FileQuestion['about'], string>;

/** A question as lines of a terminal: what is asked, and each option that answers it, with how it reads what is written. */
export function questionLines({ about, heading, choices }: FileQuestion): string[] {
  const lines = choices.map(({ answer, previews }) => {
    const value = heading === null ? answer : `${heading}=${answer}`;
    const shown = previews.map(({ written, read }) => (written === '' ? read : `${written} is ${read || 'no date'}`));
    return `    --${options[about]} "${value}"  ${answer === '' ? 'leave it out' : shown.join(' · ')}`;
  });
  return [`  ${asked[about](heading ?? '')}`, ...lines];
}
