import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PrincipleNumber, principles } from './principles.ts';
import { type Statement, statementStates } from './statement.ts';
import { judgeStatements, shortestExplain } from './statement-flags.ts';

const reason =
  'Our second source for castings is qualified on paper only; a trial run needs a week of the line, which we have planned for May.';

const explain = (principle: PrincipleNumber, text: string): Statement => ({ principle, state: 'explain', text });

const flagsOf = (number: number, statements: Statement[], before: Statement[] = []) =>
  judgeStatements(statements, before).find(({ principle }) => principle === number)?.flags;

test('an explain under 80 characters is short, and one of 80 is not', () => {
  expect(flagsOf(5, [explain(5, 'x'.repeat(shortestExplain - 1))])).toEqual(['short']);
  expect(flagsOf(5, [explain(5, 'x'.repeat(shortestExplain))])).toEqual([]);
});

test('spaces make no explain longer', () => {
  expect(flagsOf(5, [explain(5, `  No time. ${' '.repeat(90)} Later.\n\n`)])).toEqual(['short']);
});

test('the same words for two principles flag both, and each names the other, however they are spaced, written or punctuated', () => {
  const judged = judgeStatements(
    [explain(5, reason), explain(6, `${reason.toUpperCase().replaceAll(' ', '  ')}!`)],
    [],
  );
  expect(judged[4]).toEqual({ principle: 5, state: 'explain', flags: ['copied'], sameAs: [6] });
  expect(judged[5]).toEqual({ principle: 6, state: 'explain', flags: ['copied'], sameAs: [5] });
});

test('full width and half width are one text', () => {
  const text = 'ＢＣＰの見直しは２０２７年度に行う。'.repeat(5);
  expect(flagsOf(1, [explain(1, text)], [explain(1, text.normalize('NFKC'))])).toEqual(['unchanged']);
});

test('last year’s words are flagged whatever the principle stood at then, and another principle’s of last year are not', () => {
  expect(flagsOf(5, [explain(5, reason)], [{ principle: 5, state: 'not-yet', text: reason }])).toEqual(['unchanged']);
  expect(flagsOf(5, [explain(5, reason)], [explain(6, reason)])).toEqual([]);
});

test('a principle that is kept, or not yet, is flagged for no words', () => {
  for (const state of ['comply', 'not-yet'] as const)
    expect(flagsOf(5, [{ principle: 5, state, text: '' }, explain(6, reason)])).toEqual([]);
});

test('a principle of which nobody said anything is missing, and never kept', () => {
  const anyStatement = fc.record({
    principle: fc.constantFrom(...principles.map(({ number }) => number)),
    state: fc.constantFrom(...statementStates),
    text: fc.string({ unit: 'binary' }),
  });
  const anyYear = fc.uniqueArray(anyStatement, { selector: ({ principle }) => principle });
  fc.assert(
    fc.property(anyYear, anyYear, (year, before) => {
      const judged = judgeStatements(year, before);
      expect(judged.map(({ principle }) => principle)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
      for (const { principle, state } of judged)
        expect(state).toBe(year.find((said) => said.principle === principle)?.state ?? 'missing');
    }),
  );
});
