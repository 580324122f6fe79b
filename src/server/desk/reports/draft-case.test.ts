import { expect, test } from 'vitest';
import { readContent } from '#catalogue/read/read-content.ts';
import { flaggedIn } from '#core/reports/flag-list.ts';
import { refusedIn } from '#core/reports/refuse-list.ts';
import { knownWords } from '#server/reports/known-words.ts';
import { aReportedMiss } from '#testing/a-reported-miss.ts';
import { wordsToCheck } from './draft-case.ts';

test('a sentence that cites a public source may name and count; one that cites the report may not', () => {
  const [checked = ''] = wordsToCheck({
    happened: 'We paid $450 for it [the-report]. Kazehaya Ltd sold it for $900 then [bbc-2018]. It was late.',
  });
  expect(checked).toContain('$450');
  expect(checked).not.toContain('$900');
  expect(checked).toContain('It was late.');
});

test('sources, dates and words of lists are not read as words of the piece, but mail, questions and story are', () => {
  const words = wordsToCheck({
    ...{ 'sources[2].publisher': 'Reuters', 'event.start': '2026-03', 'hazards:fire': 'on' },
    ...{ 'mail.story': 'A fire.', 'questions[1].choices[2].text': 'Wait.', unseen: 'Nobody looked.' },
  });
  expect(words).toEqual(['A fire.', 'Wait.', 'Nobody looked.']);
});

test('the library’s own stories know enough words that an ordinary report is flagged nowhere, and a name is', () => {
  const known = knownWords(readContent('content'));
  const story = ['happened', 'nearly', 'noticed', 'changed', 'monday'].map((field) => aReportedMiss[field]).join(' ');
  expect(flaggedIn(story, known)).toEqual([]);
  expect(refusedIn(story)).toEqual([]);
  expect(flaggedIn('The parts from Japan and Taiwan went through the Suez Canal.', known)).toEqual([]);
  expect(flaggedIn('Shirakaba called us, and Tanaka-san came.', known).map(({ said }) => said)).toEqual([
    'Shirakaba',
    'Tanaka-san',
  ]);
});
