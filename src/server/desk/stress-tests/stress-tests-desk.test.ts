import { expect, test } from 'vitest';
import { readNewestStressTest } from '#server/stress-tests/newest-stress-test.ts';
import { aStore } from '#testing/a-database.ts';
import { aPlanner } from '#testing/a-plan.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { Desk } from '../desk.ts';
import type { TeamScope } from '../team-scope.ts';

const now = Date.parse('2026-11-24T06:00:00Z');

async function aRun() {
  const db = await aStore();
  const team = await aTeamInStore(db, ['Mei', 'Ken', 'Ada', 'Bo'], now);
  const deskOf = (scope: TeamScope) =>
    new Desk(aPlanner(db), { showByName: 'done', smallestTeam: 5 }, 'tara@works.example', scope, new Set()).stressTests;
  const desk = deskOf('house');
  const [choice] = await desk.choices();
  const key = await desk.start('Controllers', [choice?.id ?? 0], now);
  if (key === null) throw new Error('No test was begun.');
  return { db, team, desk, key, ofAnother: deskOf(new Set([team.id + 1])) };
}

const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
};

async function fillIn({ desk, key }: Awaited<ReturnType<typeof aRun>>) {
  const map = { 'mined-1': 'JP', 'processed-1': 'JP', 'recycled-1': '', 'answered-1': 'no', 'source-1': 'Statistics' };
  const mitigate = { 'which-1': 'diversify', 'owner-1': 'Purchasing', 'by-1': '2027-06-30' };
  const steps = [
    ['map', map],
    ['factors', { 'which-1': 'natural', 'why-1': 'A river beside the works.' }],
    ['vulnerability', { 'verdict-1': 'significant', 'why-1': '' }],
    ['mitigate', { ...mitigate, 'what-1': '', 'cost-1': '2 m yen', 'opportunity-1': 'A second customer' }],
    ['board', { position: 'One works makes all.', decision: 'Pay a second mask.', prepared: 'Purchasing' }],
  ] as const;
  for (const [step, fields] of steps) expect(await desk.save(key, step, form(fields), now)).toEqual({ ok: true });
}

test('a stress test is filled in from the exposure, saved step by step, and each step keeps what the others hold', async () => {
  const run = await aRun();
  expect((await run.desk.open(run.key, now))?.report.items[0]).toMatchObject({
    team: 'Motors',
    item: { name: 'Brake controller', share: 0.9 },
    said: { map: { processed: 'JP' }, mitigate: { which: ['diversify', 'stock'] } },
  });
  await run.desk.save(run.key, 'map', form({ 'mined-1': 'AU', 'processed-1': 'JP', 'answered-1': '' }), now);
  await run.desk.save(run.key, 'factors', form({ 'which-1': 'natural' }), now);
  const opened = await run.desk.open(run.key, now);
  expect(opened?.report.items[0]?.said).toMatchObject({ map: { mined: 'AU' }, factors: { which: ['natural'] } });
  expect(opened?.lacking.map(({ step, field }) => `${step}.${field}`)).toContain('map.answered');
});

test('it cannot be finished before it is whole, and says what is missing', async () => {
  const run = await aRun();
  expect(await run.desk.finish(run.key, now)).toMatchObject({ ok: false, why: 'lacking' });
  expect(await readNewestStressTest(run.db)).toBeNull();
  await fillIn(run);
  expect(await run.desk.finish(run.key, now)).toEqual({ ok: true, dueOn: '2029-11-24' });
  expect(await readNewestStressTest(run.db)).toEqual({ finishedOn: '2026-11-24', dueOn: '2029-11-24' });
});

test('once finished it cannot change, whatever becomes of the exposure, the team and who posts', async () => {
  const run = await aRun();
  await fillIn(run);
  await run.desk.finish(run.key, now);
  const kept = await run.desk.report(run.key, now);
  expect(await run.desk.save(run.key, 'board', form({ position: 'All is well.' }), now)).toMatchObject({ ok: false });
  expect(await run.desk.save(run.key, 'map', form({ 'mined-1': 'NO' }), now)).toMatchObject({ ok: false });
  expect(await run.desk.finish(run.key, now + 1)).toEqual({ ok: false, why: 'no-test' });
  await run.db.updateTable('exposure').set({ share: 0.1, origin: 'NO' }).execute();
  await run.db.updateTable('team').set({ name: 'Pumps' }).execute();
  await run.db.deleteFrom('stress_test_item').execute();
  expect(await run.desk.report(run.key, now)).toEqual(kept);
});

test('a step with a wrong day saves nothing, and names the field', async () => {
  const run = await aRun();
  const before = await run.desk.open(run.key, now);
  expect(await run.desk.save(run.key, 'mitigate', form({ 'by-1': 'next spring' }), now)).toEqual({
    ok: false,
    why: 'faults',
    faults: ['by-1'],
  });
  expect(await run.desk.open(run.key, now)).toEqual(before);
});

test('it is nobody else’s to see, write or finish', async () => {
  const { ofAnother, key, db } = await aRun();
  expect([await ofAnother.list(), await ofAnother.choices()]).toEqual([[], []]);
  expect([await ofAnother.open(key, now), await ofAnother.report(key, now)]).toEqual([null, null]);
  expect(await ofAnother.save(key, 'map', form({ 'mined-1': 'NO' }), now)).toEqual({ ok: false, why: 'no-test' });
  expect(await ofAnother.finish(key, now)).toEqual({ ok: false, why: 'no-test' });
  const [item] = await db.selectFrom('exposure').select('id').execute();
  expect(await ofAnother.start('Mine', [item?.id ?? 0], now)).toBeNull();
});

test('the report names no team of fewer than four', async () => {
  const db = await aStore();
  await aTeamInStore(db, ['Mei'], now);
  const rules = { showByName: 'done', smallestTeam: 5 } as const;
  const desk = new Desk(aPlanner(db), rules, 'tara@works.example', 'house', new Set()).stressTests;
  const [choice] = await desk.choices();
  const key = await desk.start('Controllers', [choice?.id ?? 0], now);
  expect((await desk.report(key ?? '', now))?.items[0]?.team).toBeNull();
});

test('on a morning a test under way is told, and once it is finished what it promised before its day', async () => {
  const run = await aRun();
  expect(await run.desk.news(now)).toEqual([
    expect.objectContaining({ says: 'under-way', key: run.key, title: 'Controllers', startedOn: '2026-11-24' }),
  ]);
  await fillIn(run);
  await run.desk.finish(run.key, now);
  expect(await run.desk.news(now)).toEqual([]);
  const june = Date.parse('2027-06-01T06:00:00Z');
  expect(await run.desk.news(june)).toEqual([
    { says: 'measure-soon', key: run.key, item: 'Brake controller', owner: 'Purchasing', by: '2027-06-30', days: 29 },
  ]);
  expect(await run.ofAnother.news(june), 'nobody else’s').toEqual([]);
});
