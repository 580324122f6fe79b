import { expect, test } from 'vitest';
import { aCaseFolder } from '#testing/a-case-folder.ts';
import { checkDatedAhead, checkDates } from './check-dates.ts';

const { frontMatter, sources } = aCaseFolder();

const event = (on: string) => ({ on, text: 'The line runs again.', sources: ['wsj-1997'] });
const withTimeline = (...days: string[]) => aCaseFolder({ frontMatter: { ...frontMatter, timeline: days.map(event) } });
const withSource = (date: string, reviewedOn = '2026-11-24') =>
  aCaseFolder({
    frontMatter: { ...frontMatter, reviewedOn },
    sources: sources.map((source) => (source.id === 'wsj-1997' ? { ...source, date } : source)),
  });

test('a timeline stands in order of time, and the first that does not is named', () => {
  expect(checkDates(withTimeline('1996', '1997-02-01', '1997-02-01', '1997-03'))).toEqual([]);
  expect(checkDates(withTimeline('1997-02-06', '1997-02-01'))).toMatchObject([
    { field: 'timeline[2]', wrong: '1997-02-01 stands after 1997-02-06' },
  ]);
});

test('a date known to the year stands beside any day of it', () => {
  expect(checkDates(withTimeline('1997-02-06', '1997', '1997-03-01'))).toEqual([]);
});

test('a source is no younger than the last review', () => {
  expect(checkDates(withSource('2026-11'))).toEqual([]);
  expect(checkDates(withSource('2026-11-25'))).toMatchObject([
    { field: 'wsj-1997', mend: expect.stringContaining('review') },
  ]);
});

test('neither a source nor a review is of a day to come', () => {
  const today = '2026-11-30';
  expect(checkDatedAhead(withSource('2026-11-30', '2026-11-30'), today)).toEqual([]);
  expect(checkDatedAhead(withSource('2026-12-01', '2027'), today).map(({ field }) => field)).toEqual([
    'reviewedOn',
    'wsj-1997',
  ]);
});
