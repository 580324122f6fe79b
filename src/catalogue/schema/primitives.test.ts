import { expect, test } from 'vitest';
import { subjectLine } from './primitives.ts';

test.each(['Who buys the masks?', '誰がマスクを買うのか？', 'Stop the line!', '$3.975m for a slot', '40億円、¥で払う'])(
  'the subject “%s” would cost a point, and its author hears why',
  (subject) => {
    expect(subjectLine(8).safeParse(subject).error?.issues[0]?.message).toContain('end it without "?"');
  },
);

test('a question within a subject is none at its end', () => {
  expect(subjectLine(8).parse('Where is it made? A buyer asks')).toBe('Where is it made? A buyer asks');
});
