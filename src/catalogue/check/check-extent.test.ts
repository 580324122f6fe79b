import { expect, test } from 'vitest';
import { aCaseFolder } from '#testing/a-case-folder.ts';
import { checkExtent } from './check-extent.ts';

const { questions } = aCaseFolder();
const story = (words: number) => `## What happened\n\n${'word '.repeat(words)}<Decision />\n`;

test('a short story with two questions is told both', () => {
  const faults = checkExtent(aCaseFolder({ body: story(357), questions: questions.slice(0, 2) }));
  expect(faults.map(({ wrong }) => wrong)).toEqual(['the story has 357 words', 'it asks 2 questions']);
});

test('one that nobody reads to its end is too long', () => {
  expect(checkExtent(aCaseFolder({ body: story(1_400) }))).toMatchObject([{ mend: 'Make it 700 to 1,250.' }]);
});

test('headings, elements and citations are no words of the story', () => {
  const cited = story(700).replace('word ', 'word<Cite of="wsj-1997" /> ');
  expect(checkExtent(aCaseFolder({ body: cited }))).toEqual([]);
});
