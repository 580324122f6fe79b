import { expect, test } from 'vitest';
import { aContentFolder } from '#testing/a-content-folder.ts';
import { readFiles } from '../../read/read-content.ts';
import { checkFigures } from './check-figures.ts';

const slug = 'aisin-fire-1997';
const mail = `cases/${slug}/mail.yaml`;
const questions = `cases/${slug}/questions.yaml`;

/** The faults of one case after a change to its files. */
function after(change: (content: ReturnType<typeof aContentFolder>) => void) {
  const content = aContentFolder();
  change(content);
  const { parts, faults } = readFiles(content.folder);
  expect(faults).toEqual([]);
  return parts.cases.filter(({ id }) => id === slug).flatMap(checkFigures);
}

test('a case whose figures all stand on its page has nothing to mend', () => {
  expect(after(() => undefined)).toEqual([]);
});

test('a figure of the mail that the page lacks is named', () => {
  const faults = after((content) =>
    content.replace(mail, /^story:\n {2}- (?:>-\n\s+)?/m, 'story:\n  - Some 7,611 people went home. '),
  );
  expect(faults).toMatchObject([{ file: mail, field: 'story', wrong: '"7611" stands nowhere on the page' }]);
});

test('a loss in an answer that nobody reported is named, whatever else is said', () => {
  const said = (text: string) =>
    after((content) => content.replace(questions, /^ {6}costs: (?:>-\n\s+)?/m, `      costs: ${text} `));
  expect(said('It lost 7,611 orders.').map(({ wrong }) => wrong)).toContain('"7611" stands nowhere on the page');
});

test('what an answer reckons from its own scene needs no source', () => {
  const faults = after((content) => {
    content.replace(questions, /^ {2}scene: (?:>-\n\s+)?/m, '  scene: You hold 3,001 of 7,611 lids. ');
    content.replace(questions, /^ {6}costs: (?:>-\n\s+)?/m, '      costs: It leaves 4,610 lids to be found. ');
  });
  expect(faults).toEqual([]);
});
