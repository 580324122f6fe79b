import { expect, test } from 'vitest';
import type { LeftOut } from '#catalogue/quarantine.ts';
import { leftOutPages } from './left-out-pages.ts';
import { leftOutSentence, nameOf } from './left-out-words.ts';

const fault = (file: string) => ({ file, field: '', wrong: 'the file is missing', mend: 'Add it.' });
const brokenCase: LeftOut = { kind: 'cases', id: 'fire-1997', language: 'en', faults: [fault('index.mdx')] };
const brokenTelling: LeftOut = { ...brokenCase, language: 'ja', faults: [fault('index.ja.mdx')] };
const brokenLesson: LeftOut = { ...brokenCase, kind: 'lessons', id: 'keep-stock' };

const pages = (...units: LeftOut[]) =>
  leftOutPages(units).map(({ language, id, faults }) => `${language} ${id} ${faults.length}`);

test('what is left out in its first language has its page in every language', () => {
  expect(pages(brokenCase)).toEqual(['en fire-1997 1', 'ja fire-1997 1']);
});

test('a broken translation has its page in its own language only', () => {
  expect(pages(brokenTelling)).toEqual(['ja fire-1997 1']);
});

test('the page of a translation names the faults of the original as well', () => {
  expect(pages(brokenCase, brokenTelling)).toEqual(['en fire-1997 1', 'ja fire-1997 2']);
});

test('what is left out is counted by its kind, and a translation is called as its files are', () => {
  expect(leftOutSentence([brokenCase])).toBe('1 case is left out');
  expect(leftOutSentence([brokenCase, brokenCase, brokenLesson])).toBe('2 cases and 1 lesson are left out');
  expect(nameOf(brokenTelling)).toBe('fire-1997.ja');
});
