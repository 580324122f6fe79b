import { expect, test } from 'vitest';
import { monthSlugs } from '#catalogue/queries/days-of-year.ts';
import { toldMoments } from './moments-of-month.ts';
import { areToldMoments } from './told-moment.ts';

test('what a page tells of a month is what its script takes for moments, in both languages', () => {
  for (const slug of ['march', 'november'] as const) {
    for (const language of ['en', 'ja'] as const) {
      const told: unknown = JSON.parse(JSON.stringify(toldMoments(language, slug)));
      expect(areToldMoments(told), `${slug} in ${language}`).toBe(true);
    }
  }
});

test('a moment that holds to a day says so from the day after it', () => {
  const told = monthSlugs.flatMap((slug) => toldMoments('en', slug)).filter(({ held }) => held !== undefined);
  expect(told.length).toBeGreaterThan(0);
  for (const { held } of told) expect(held?.says).toMatch(/^This held until \d+ \w+ \d{4}/);
});

test('the script refuses what is no list of moments', () => {
  const moment = { on: '2011-03-11', began: true, date: '11 Mar 2011', text: 'a', event: '', title: 'b', href: '/c/' };
  expect(areToldMoments([moment])).toBe(true);
  for (const odd of [null, {}, [null], [{ ...moment, href: 7 }], [{ ...moment, held: 'until' }]])
    expect(areToldMoments(odd)).toBe(false);
});
