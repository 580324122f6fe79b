import { expect, test } from 'vitest';
import { aReport, aResult, estimate } from '#testing/a-report.ts';
import { tradeOffs } from './trade-offs.ts';

const point = { setting: 'weekly', world: 'traces', policy: 'nodomoto' } as const;
const report = aReport({
  results: [
    aResult({ world: 'traces', policy: 'nothing', teamMemory: 0.1, mails: 0 }),
    aResult({ world: 'traces', policy: 'newsletter', teamMemory: 0.4, mails: 0.25 }),
    aResult({ world: 'traces', policy: 'broadcast', teamMemory: 0.8, mails: 1 }),
    aResult({ world: 'traces', policy: 'nodomoto', teamMemory: 0.95, mails: 1 }),
    aResult({ world: 'half-life', policy: 'newsletter', mails: 0.25 }),
  ],
  frontier: [
    { ...point, mailsPerPersonWeek: 1, recall: 0.5, teamMemory: 0.95 },
    { ...point, mailsPerPersonWeek: 0.5, recall: 0.3, teamMemory: 0.8 },
  ],
  savings: [
    { ...point, baseline: 'newsletter', measure: 'teamMemory', mails: estimate(0.4) },
    { ...point, policy: 'nodomoto-people', baseline: 'newsletter', measure: 'recall', mails: null },
  ],
});

test('a world is drawn when our rule was run there with several numbers of e-mails', () => {
  expect(tradeOffs(report, 'teamMemory', 'newsletter').map(({ world }) => world)).toEqual(['traces']);
});

test('our line begins where nothing is sent and goes to the right; what is remembered more lies higher', () => {
  const [drawn] = tradeOffs(report, 'teamMemory', 'newsletter');
  expect(drawn?.line).toBe('0,90 50,20 100,5');
});

test('the line of equal memory ends at the baseline’s height, at the share of its e-mails that we need', () => {
  const [drawn] = tradeOffs(report, 'teamMemory', 'newsletter');
  expect(drawn?.baseline).toMatchObject({ x: 25, y: 60 });
  expect(drawn?.reached).toMatchObject({ x: 10, y: 60 });
});

test('where we do not reach what the baseline does, nothing is drawn to it', () => {
  expect(tradeOffs(report, 'teamMemory', 'broadcast')[0]?.reached).toBeNull();
});

test('other rules are those that are neither ours nor compared', () => {
  expect(tradeOffs(report, 'teamMemory', 'newsletter')[0]?.others.map(({ policy }) => policy)).toEqual(['broadcast']);
});
