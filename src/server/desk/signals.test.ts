import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { localDaysBetween } from '#core/planning/calendar/calendar.ts';
import { addToToday } from '#server/nudges/add-to-today.ts';
import { planDueTeams, previewPlan } from '#server/nudges/plan-nudges.ts';
import { importCsv } from '#server/people/import-csv.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { aPlanner, planDays } from '#testing/a-plan.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { assignModule } from './assign-module.ts';
import type { SignalDraft } from './signal-form.ts';
import { makeSignal, previewSignal, readSignals, withdrawSignal } from './signals.ts';

/** A Tuesday, before its mail is planned. */
const now = Date.parse('2026-11-24T06:00:00Z');
const mei = 'mei@kazehaya.example';
const names = ['Mei', 'Jan', 'Ana', 'Ben', 'Eva', 'Tom', 'Kai', 'Lea'];

const draft: SignalDraft = {
  team: 'all',
  about: 'lesson:write-it-down',
  note: 'The river stands a metre higher.',
  link: '',
  day: '',
  line: '',
  until: '2026-12-08',
};

async function aDesk(people: readonly string[] = names) {
  const db = await aStore();
  const team = await aTeamInStore(db, people, now - dayMs);
  const planner = aPlanner(db);
  return { db, team, planner, desk: { ...planner, now } };
}

async function made(desk: Awaited<ReturnType<typeof aDesk>>['desk'], change: Partial<SignalDraft> = {}) {
  const outcome = await makeSignal(desk, { ...draft, ...change }, mei);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
  return outcome.id;
}

test('a signal is kept with who made it, when, and the days it lasts', async () => {
  const { db, desk } = await aDesk();
  await made(desk, { note: '  The river\r\nstands a metre higher. ' });
  expect(await db.selectFrom('signal').selectAll().execute()).toEqual([
    {
      id: 1,
      team_id: null,
      topic: 'lesson',
      word: 'write-it-down',
      note: 'The river stands a metre higher.',
      from_on: '2026-11-24',
      until_on: '2026-12-08',
      made_by: mei,
      made_at: now,
      withdrawn_by: null,
      withdrawn_at: null,
      news_url: null,
      news_on: '2026-11-24',
      line: null,
      added_at: null,
    },
  ]);
});

test.each([
  ['an unknown team', { team: '99' }, { team: 'no-such-team' }],
  ['no team', { team: '' }, { team: 'no-such-team' }],
  ['an unknown lesson', { about: 'lesson:none' }, { about: 'no-such-subject' }],
  ['a word under a wrong topic', { about: 'route:microcontrollers' }, { about: 'no-such-subject' }],
  ['a topic that is none', { about: 'weather:flood' }, { about: 'no-such-subject' }],
  ['an input of no case', { about: 'input:saline' }, { about: 'no-such-subject' }],
  ['no note', { note: ' \n ' }, { note: 'no-note' }],
  ['a note of 141 characters', { note: '渦'.repeat(141) }, { note: 'long-note' }],
  ['a line of 201 characters', { line: '渦'.repeat(201) }, { line: 'long-line' }],
  ['a link without encryption', { link: 'http://news.example/river' }, { link: 'bad-link' }],
  ['a link that runs something', { link: 'javascript:alert(1)' }, { link: 'bad-link' }],
  ['a link with a password', { link: 'https://me:secret@news.example/' }, { link: 'bad-link' }],
  ['news of next week', { day: '2026-12-01' }, { day: 'bad-day' }],
  ['until today', { until: '2026-11-24' }, { until: 'bad-date' }],
  ['until a quarter and a day ahead', { until: '2027-02-23' }, { until: 'bad-date' }],
  ['until a day that does not exist', { until: '2027-02-30' }, { until: 'bad-date' }],
  ['until some day', { until: 'soon' }, { until: 'bad-date' }],
])('a signal with %s is refused, the field is named, and nothing is saved', async (_, change, faults) => {
  const { db, desk } = await aDesk(['Mei']);
  expect(await makeSignal(desk, { ...draft, ...change }, mei)).toEqual({ ok: false, faults });
  expect(await previewSignal(desk, { ...draft, ...change })).toEqual({ ok: false, faults });
  expect(await db.selectFrom('signal').selectAll().execute()).toEqual([]);
});

test.each([
  ['a note of 140 characters, each of two code units', { note: '🌊'.repeat(140) }],
  ['90 days ahead', { until: '2027-02-22' }],
  ['about an input', { about: 'input:microcontrollers' }],
  ['about a country', { about: 'country:JP' }],
  ['about a hazard', { about: 'hazard:flood' }],
])('a signal is taken with %s', async (_, change) => {
  const { desk } = await aDesk(['Mei']);
  expect(await makeSignal(desk, { ...draft, ...change }, mei)).toMatchObject({ ok: true });
});

test('every fault is named at once', async () => {
  const { desk } = await aDesk(['Mei']);
  expect(await makeSignal(desk, { ...draft, team: '', about: '', note: '', until: '' }, mei)).toEqual({
    ok: false,
    faults: { team: 'no-such-team', about: 'no-such-subject', note: 'no-note', until: 'bad-date' },
  });
});

test('the same signal runs once: for every team it runs for each; withdrawn or ended it may be made again', async () => {
  const { db, team, desk } = await aDesk(['Mei']);
  const id = await made(desk);
  const again = (at: typeof desk, until = draft.until) =>
    makeSignal(at, { ...draft, team: String(team.id), until }, mei);
  expect(await again(desk)).toEqual({ ok: false, faults: { about: 'runs-already' } });
  expect(await again({ ...desk, now: now + 15 * dayMs }, '2026-12-20')).toMatchObject({ ok: true });
  await withdrawSignal(db, id, mei, now);
  await withdrawSignal(db, 2, mei, now);
  expect(await again(desk)).toMatchObject({ ok: true });
});

test('what the preview says is what planning then does', async () => {
  const { db, planner, desk } = await aDesk();
  const preview = await previewSignal(desk, draft);
  const reach = preview.ok ? preview.reach[0] : undefined;
  await made(desk);
  await planDays(planner, '2026-11-24', reach?.lookedUntil ?? '');
  const rows = await db
    .selectFrom('nudge')
    .select('person_id')
    .select((eb) => eb.fn.min('local_date').as('on'))
    .where('lesson_id', '=', 'write-it-down')
    .groupBy('person_id')
    .orderBy('on')
    .orderBy('person_id')
    .execute();
  expect(rows.length).toBeGreaterThan(0);
  expect(reach?.nudges.map(({ personId, on }) => ({ person_id: personId, on }))).toEqual(rows);
});

test('what the preview says would happen without the signal is what planning does without it', async () => {
  const { db, planner, desk } = await aDesk();
  const preview = await previewSignal(desk, draft);
  const reach = preview.ok ? preview.reach[0] : undefined;
  await planDays(planner, '2026-11-24', reach?.lookedUntil ?? '');
  for (const { personId, otherwiseOn } of reach?.nudges ?? []) {
    const first = await db
      .selectFrom('nudge')
      .select((eb) => eb.fn.min('local_date').as('on'))
      .where('lesson_id', '=', 'write-it-down')
      .where('person_id', '=', personId)
      .executeTakeFirst();
    expect(otherwiseOn).toBe(first?.on ?? null);
  }
});

test('a preview saves nothing', async () => {
  const { db, desk } = await aDesk();
  expect(await previewSignal(desk, draft)).toMatchObject({ ok: true });
  expect(await db.selectFrom('signal').selectAll().execute()).toEqual([]);
  expect(await db.selectFrom('planned_day').selectAll().execute()).toEqual([]);
});

test('a signal goes first in the next plan, and says why', async () => {
  const { planner, desk } = await aDesk();
  const id = await made(desk);
  const [plan] = await previewPlan(planner, now);
  expect(plan?.choices.length).toBeGreaterThan(0);
  for (const choice of plan?.choices ?? [])
    expect([choice.lessonId, choice.explanation.occasion]).toEqual(['write-it-down', { kind: 'signal', signalId: id }]);
});

test('under a signal nobody gets more mail than their pace', async () => {
  const { db, planner, desk } = await aDesk(['Mei', 'Jan', 'Ana']);
  await made(desk);
  await planDays(planner, '2026-11-24', '2026-12-08');
  for (const id of [1, 2, 3]) {
    const rows = await db.selectFrom('nudge').select('local_date').where('person_id', '=', id).orderBy('id').execute();
    const gaps = rows.slice(1).map((row, index) => localDaysBetween(rows[index]?.local_date ?? '', row.local_date));
    expect(gaps.length).toBeGreaterThan(0);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(7);
  }
});

test('a signal for one team leaves the others as they are', async () => {
  const { db, team, planner, desk } = await aDesk();
  const text = 'team,name,email,role,zone\nPumps,Uwe,uwe@kazehaya.example,buyer,Etc/UTC';
  await importCsv(db, { text, vocabulary: aCatalogue().vocabulary, now, dryRun: false, prune: false });
  const preview = await previewSignal(desk, { ...draft, team: String(team.id) });
  expect(preview).toMatchObject({ ok: true, reach: [{ teamName: 'Motors' }] });
  await made(desk, { team: String(team.id) });
  const plans = await previewPlan(planner, now);
  const occasions = (name: string) =>
    plans.find((plan) => plan.team.name === name)?.choices.map((choice) => choice.explanation.occasion.kind);
  expect(occasions('Motors')).toContain('signal');
  expect(occasions('Pumps')).not.toContain('signal');
});

test('withdrawing takes back what has not left, leaves what was sent, and ends the signal for the plan', async () => {
  const { db, planner, desk } = await aDesk();
  const plain = await previewPlan(planner, now);
  const id = await made(desk);
  const [plan] = await planDueTeams(planner, now + 5_400_000);
  const signalled = (plan?.choices ?? []).filter((choice) => choice.explanation.occasion.kind === 'signal').length;
  expect(signalled).toBeGreaterThan(1);
  await db.updateTable('message').set({ state: 'accepted' }).where('id', '=', 1).execute();
  expect(await withdrawSignal(db, id, 'jan@kazehaya.example', now + dayMs)).toBe(true);
  const states = await db.selectFrom('message').select('state').where('reply', 'is not', null).execute();
  expect(states).toEqual(Array.from({ length: signalled - 1 }, () => ({ state: 'cancelled' })));
  expect(await readSignals(db, 'house', now + dayMs)).toMatchObject([
    { state: 'withdrawn', sent: 1, signal: { withdrawn_by: 'jan@kazehaya.example', withdrawn_at: now + dayMs } },
  ]);
  await db.deleteFrom('nudge').execute();
  await db.deleteFrom('planned_day').execute();
  expect((await previewPlan(planner, now))[0]?.choices).toEqual(plain[0]?.choices);
});

test('a signal is withdrawn once', async () => {
  const { db, desk } = await aDesk(['Mei']);
  const id = await made(desk);
  expect(await withdrawSignal(db, id, mei, now)).toBe(true);
  expect(await withdrawSignal(db, id, 'jan@kazehaya.example', now)).toBe(false);
  expect(await withdrawSignal(db, 99, mei, now)).toBe(false);
  expect(await readSignals(db, 'house', now)).toMatchObject([{ signal: { withdrawn_by: mei } }]);
});

test('a signal runs through its last day, wherever its team is, and counts no more after it', async () => {
  const { db, planner, desk } = await aDesk();
  await db.updateTable('team').set({ zone: 'Pacific/Honolulu' }).execute();
  await made(desk);
  const stateAt = async (instant: string) => (await readSignals(db, 'house', Date.parse(instant)))[0]?.state;
  expect(await stateAt('2026-12-09T09:59:00Z')).toBe('running');
  expect(await stateAt('2026-12-09T10:00:00Z')).toBe('ended');
  const later = await previewPlan(planner, Date.parse('2026-12-09T12:00:00Z'));
  expect(later[0]?.choices.every((choice) => choice.explanation.occasion.kind !== 'signal')).toBe(true);
});

test('somebody who called the lesson not relevant is not counted among those it concerns', async () => {
  const { db, desk } = await aDesk(['Mei', 'Jan']);
  await db.insertInto('not_relevant').values({ person_id: 1, lesson_id: 'write-it-down', said_at: now }).execute();
  expect(await previewSignal(desk, draft)).toMatchObject({ ok: true, reach: [{ people: 2, concerned: 1 }] });
});

/** At ten past nine, when the morning's mail was planned at half past seven and has left. */
async function afterTheMorning() {
  const { db, planner, desk } = await aDesk();
  await planDueTeams(planner, Date.parse('2026-11-24T07:30:00Z'));
  await db.updateTable('message').set({ state: 'accepted' }).execute();
  const had = new Set((await db.selectFrom('nudge').select('person_id').execute()).map((row) => row.person_id));
  return { db, planner, had, desk: { ...desk, now: Date.parse('2026-11-24T09:10:00Z') } };
}

test('a signal of ten past nine still goes today to whom the preview names: in their hours, with no mail today', async () => {
  const { db, planner, had, desk } = await afterTheMorning();
  const preview = await previewSignal(desk, draft);
  const [reach] = preview.ok ? preview.reach : [];
  const id = await made(desk);
  await Array.fromAsync(addToToday(planner, desk.now));
  const today = await db
    .selectFrom('nudge')
    .innerJoin('message', 'message.id', 'nudge.message_id')
    .select(['nudge.person_id', 'nudge.local_date', 'message.due_at'])
    .where('signal_id', '=', id)
    .orderBy('nudge.person_id')
    .execute();
  const foreseen = reach?.nudges.filter(({ on }) => on === '2026-11-24').map(({ personId }) => personId);
  expect(today.map(({ person_id }) => person_id)).toEqual(foreseen?.toSorted((a, b) => a - b));
  expect(today.length).toBeGreaterThan(0);
  for (const row of today) {
    expect(had.has(row.person_id)).toBe(false);
    expect(row).toMatchObject({ local_date: '2026-11-24', due_at: desk.now });
  }
  const reasons = new Map(reach?.notToday.map(({ personId, because }) => [personId, because]));
  for (const personId of had) expect(reasons.get(personId)).toBe('had-mail');
  expect(reasons.size + today.length).toBe(names.length);
});

test('in the evening, on a free day and for whoever has the evening where they are, news waits for the next morning', async () => {
  const { db, planner, desk } = await afterTheMorning();
  await db.updateTable('person').set({ zone: 'Pacific/Auckland' }).where('name', '=', 'Lea').execute();
  const evening = { ...desk, now: Date.parse('2026-11-24T17:30:00Z') };
  await made(evening);
  expect(await Array.fromAsync(addToToday(planner, evening.now))).toEqual([]);
  const preview = await previewSignal({ ...desk, now: desk.now }, { ...draft, about: 'country:JP' });
  const [reach] = preview.ok ? preview.reach : [];
  const lea = reach?.notToday.find(({ name }) => name === 'Lea');
  expect(lea?.because).toMatch(/off-hours|had-mail/);
});

test('news that an assignment goes before waits too', async () => {
  const { db, planner, desk } = await afterTheMorning();
  const { id: teamId } = await db.selectFrom('team').select('id').executeTakeFirstOrThrow();
  const whole = { teamIds: [teamId], roles: [], personIds: [] };
  await assignModule(desk, { moduleId: 'first-week', dueOn: '2027-01-29', ...whole }, mei);
  await db.updateTable('assignment').set({ added_at: desk.now }).execute();
  await made(desk);
  expect(await Array.fromAsync(addToToday(planner, desk.now))).toEqual([]);
});
