import { expect, test } from 'vitest';
import { fromRanking, withFullText } from './full-text.ts';
import type { HitData } from './pagefind.ts';

const hit = (id: string): HitData => ({
  url: `/cases/${id}/`,
  excerpt: `the <mark>${id}</mark>`,
  meta: { kind: 'case', id },
});
const ranked = fromRanking({
  isClose: true,
  foundIn: new Map(),
  cases: [
    { id: 'first', score: 2, reasons: ['Fire'] },
    { id: 'second', score: 1, reasons: [] },
  ],
  others: [],
});
const idsOf = (found: ReturnType<typeof withFullText>) => found.cases.map(({ id }) => id);

test('the ranking keeps its order, and the stories add excerpts and cases after it', () => {
  const found = withFullText(ranked, { hits: [hit('third'), hit('second')], whole: true }, 'two words');
  expect(idsOf(found)).toEqual(['first', 'second', 'third']);
  expect(found.cases.map(({ excerpt }) => excerpt)).toEqual(['', hit('second').excerpt, hit('third').excerpt]);
});

test('stories that hold only some of the words add no case, unless the ranking found none', () => {
  const some = { hits: [hit('third')], whole: false };
  expect(idsOf(withFullText(ranked, some, 'two words'))).toEqual(['first', 'second']);
  expect(idsOf(withFullText({ cases: [], others: [], isClose: false }, some, 'two words'))).toEqual(['third']);
});

test('one typed word that a story says is close, though the ranking did not think so; two are not', () => {
  const far = { ...ranked, isClose: false };
  const stories = { hits: [hit('third')], whole: true };
  expect(withFullText(far, stories, 'just-in-time').isClose).toBe(true);
  expect(withFullText(far, stories, 'sick note').isClose).toBe(false);
  expect(withFullText(far, stories, 'ピザのレシピ').isClose).toBe(false);
});
