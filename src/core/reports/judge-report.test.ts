import { expect, test } from 'vitest';
import { aReportedMiss, aStrip, offeredInTests, wordsOfTests } from '#testing/a-reported-miss.ts';
import { judgeReport } from './judge-report.ts';

const judge = (changed: Record<string, string>, kept: string[] = []) =>
  judgeReport({ fields: { ...aReportedMiss, ...changed }, kept }, offeredInTests, wordsOfTests);

test('a report without name or contact is taken, at TLP:AMBER and without consent to publish', () => {
  expect(judge({ label: '' }).report).toMatchObject({
    label: 'amber',
    consent: false,
    strip: { name: '', contact: '', organisation: '', role: '' },
    text: { stoppedBy: 'luck', quarter: '2026-Q2' },
  });
});

test('what nearly happened, and what stopped it, cannot be left out', () => {
  expect(judge({ nearly: ' ', stoppedBy: '' }).faults).toEqual([
    { field: 'nearly', fault: 'missing' },
    { field: 'stoppedBy', fault: 'missing' },
  ]);
});

test('an account is at least 200 letters, or 100 where each is a character or kana', () => {
  expect(judge({ happened: 'A fire.' }).faults).toEqual([{ field: 'happened', fault: 'too-short' }]);
  expect(judge({ happened: '火'.repeat(99) }).faults).toHaveLength(1);
  expect(judge({ happened: '火'.repeat(100) }).faults).toEqual([]);
});

test('a figure in place of a band, and a day in place of a quarter, are not offered', () => {
  expect(judge({ money: '4,500,000', quarter: '2026-03-11' }).faults).toEqual([
    { field: 'money', fault: 'not-offered' },
    { field: 'quarter', fault: 'not-offered' },
  ]);
});

test('a price is refused however often the reporter says that she keeps it', () => {
  const judged = judge({ changed: 'We pay $4.50 now.' }, ['$4.50']);
  expect(judged.refused).toMatchObject([{ field: 'changed', kind: 'price', said: '$4.50' }]);
  expect(judged.report).toBeNull();
});

test('a possible name is shown once, and kept if she says so; a phrase that is in no answer is not', () => {
  const changed = 'Stock is kept now at Kazehaya.';
  expect(judge({ changed })).toMatchObject({ report: null, flagged: [{ field: 'changed', said: 'Kazehaya' }] });
  expect(judge({ changed }, ['Kazehaya', 'Elsewhere']).report?.text.kept).toEqual(['Kazehaya']);
});

test('who reports stands in the strip alone', () => {
  const { report } = judge({ ...aStrip });
  expect(report?.strip).toEqual(aStrip);
  for (const line of Object.values(aStrip)) expect(JSON.stringify(report?.text)).not.toContain(line);
});
