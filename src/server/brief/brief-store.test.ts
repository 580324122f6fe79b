import { expect, test } from 'vitest';
import { usualThresholds } from '#core/brief/read-indicators.ts';
import { usualWeights } from '#core/exposure/weights.ts';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import type { Db } from '#server/database/open-database.ts';
import { giveRole } from '#server/desk/roles/role-store.ts';
import { aLibrary } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { aSentNudge } from '#testing/a-sent-nudge.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { briefText } from './drawn/brief-text.ts';
import { findBrief } from './find-brief.ts';
import { keepDueBrief } from './keep-due-brief.ts';
import { makeBrief } from './make-brief.ts';
import { keepBrief, readKeptBrief, readKeptQuarters } from './snapshots.ts';
import { tellBrief } from './told/told-brief.ts';
import { addDecision, readDecisions, settleDecision } from './typed/decisions.ts';
import { keepPosition } from './typed/position.ts';
import { keepScenario, readScenarios } from './typed/scenarios.ts';
import { keepThresholds, readThresholds, typedThresholds } from './typed/thresholds.ts';

const november = Date.parse('2026-11-30T12:00:00Z');
const january = Date.parse('2027-01-01T00:00:30Z');
const [q3, q4, q1] = [
  { year: 2026, number: 3 },
  { year: 2026, number: 4 },
  { year: 2027, number: 1 },
];
const names = ['Adaline', 'Benedict', 'Cordelia', 'Dorothea', 'Ezekiel', 'Florence'];

async function aHouse(people: readonly string[] = names) {
  const db = await aStore();
  await aTeamInStore(db, people, november - 100 * dayMs);
  await db.updateTable('exposure').set({ essential: 'yes', origin: 'TW' }).execute();
  const maker = { db, library: aLibrary(), weights: usualWeights, smallestTeam: 5 };
  return { db, maker, house: { ...maker, siteUrl: 'https://learn.example' } };
}

const indicatorIn = ({ indicators }: Awaited<ReturnType<typeof makeBrief>>, id: string) =>
  indicators.find((entry) => entry.id === id);

async function answered(db: Db, name: string, daysAgo: number, right: number): Promise<void> {
  const at = november - daysAgo * dayMs;
  const { nudgeId, messageId } = await aSentNudge(db, name, at, { kind: 'recall' });
  await db.updateTable('message').set({ accepted_at: at }).where('id', '=', messageId).execute();
  await db
    .insertInto('answer')
    .values({ nudge_id: nudgeId, choice: 'a', right, sureness: 'sure', answered_at: at })
    .execute();
}

test('a share that grows from 60 to 70 % turns indicator 2 from amber to red', async () => {
  const { db, maker } = await aHouse();
  await db.updateTable('exposure').set({ share: 0.6 }).execute();
  expect(indicatorIn(await makeBrief(maker, q4, november), 'top-country')).toMatchObject({
    value: 0.6,
    status: 'amber',
  });
  await db.updateTable('exposure').set({ share: 0.7 }).execute();
  expect(indicatorIn(await makeBrief(maker, q4, november), 'top-country')).toMatchObject({ value: 0.7, status: 'red' });
});

test('a kept brief stays as it was, whatever changes afterwards, and the next one stands beside it', async () => {
  const { db, maker, house } = await aHouse();
  expect(await keepDueBrief(house, january)).toEqual({ quarter: '2026-Q4', letters: 0 });
  const kept = await readKeptBrief(db, q4);
  await db.updateTable('exposure').set({ share: 0.99, stock_days: 0, name: 'Renamed' }).execute();
  await keepThresholds(db, 'top-country', { amber: 0.01, red: 0.02 }, january);
  await addDecision(db, '2026-Q4', aDecision, january);
  await db.deleteFrom('person').execute();
  expect(await readKeptBrief(db, q4)).toEqual(kept);
  expect(await findBrief(maker, q4, january + dayMs)).toMatchObject({ ok: true, brief: kept?.brief });
  const next = await makeBrief(maker, q1, january + 60 * dayMs);
  expect(next.comparedWith).toBe('2026-Q4');
  expect(indicatorIn(next, 'top-country')).toMatchObject({ value: 0.99, before: { value: 0.9, status: 'red' } });
});

test('of a quarter that is over there is one last brief, however often and by whomever it is kept', async () => {
  const { db, maker, house } = await aHouse();
  const last = await makeBrief(maker, q4, january);
  const kept = await Promise.all([
    keepBrief(db, last, january),
    keepBrief(db, { ...last, ownPosition: 'No' }, january),
  ]);
  expect(kept.filter((done) => done)).toHaveLength(1);
  expect(await keepDueBrief(house, january)).toBe(null);
  expect(await db.selectFrom('brief_snapshot').select('id').execute()).toEqual([{ id: '2026-Q4' }]);
});

test('briefs of a running quarter are kept beside each other, and none of a quarter in which the house was not here', async () => {
  const { db, maker, house } = await aHouse();
  await keepBrief(db, await makeBrief(maker, q4, november), november);
  await keepBrief(db, await makeBrief(maker, q4, november + dayMs), november + dayMs);
  expect(await readKeptQuarters(db)).toEqual([q4]);
  expect((await readKeptBrief(db, q4))?.brief.asOf).toBe('2026-12-01');
  expect(await keepDueBrief(house, november)).toBe(null);
  expect(await keepDueBrief(house, january + 20 * dayMs)).toBe(null);
  expect(await findBrief(maker, q3, november)).toEqual({ ok: false, reason: 'not-kept' });
});

test('each executive is written to once, in the hours of the house, and the letter names nobody', async () => {
  const { db, house } = await aHouse();
  await giveRole(db, 'board@kazehaya.example', 'executive', 'a', november);
  await giveRole(db, 'editor@kazehaya.example', 'editor', 'a', november);
  expect(await keepDueBrief(house, january)).toEqual({ quarter: '2026-Q4', letters: 1 });
  expect(await keepDueBrief(house, january + 60_000)).toBe(null);
  const [letter, ...others] = await db.selectFrom('message').selectAll().where('purpose', '=', 'brief').execute();
  expect(others).toEqual([]);
  expect(letter?.address).toBe('board@kazehaya.example');
  const hour = new Date(letter?.due_at ?? 0);
  expect(hour.getUTCHours()).toBeGreaterThanOrEqual(7);
  expect(hour.getUTCDay()).not.toBe(0);
  expect(letter?.letter).toContain('https://learn.example/desk/brief?quarter=2026-Q4');
  for (const name of names) expect(letter?.letter).not.toContain(name);
});

test('memory is counted as by hand: of six answers of the quarter two came two weeks after, and one was right', async () => {
  const { db, maker } = await aHouse();
  for (const name of names.slice(0, 4)) await answered(db, name, 50, 0);
  await answered(db, 'Adaline', 20, 1);
  await answered(db, 'Benedict', 20, 0);
  await answered(db, 'Cordelia', 45, 1);
  const few = indicatorIn(await makeBrief(maker, q4, november), 'recall');
  // Two people are too few to be told of; mails are.
  expect(few).toMatchObject({ value: null, beside: 1 });
  for (const name of ['Cordelia', 'Dorothea']) await answered(db, name, 5, 1);
  await aSentNudge(db, 'Ezekiel', november - 3 * dayMs);
  await db
    .updateTable('message')
    .set({ accepted_at: november - dayMs })
    .where('accepted_at', 'is', null)
    .execute();
  expect(indicatorIn(await makeBrief(maker, q4, november), 'recall')).toMatchObject({ value: 0.75, beside: 0.9 });
});

test('a house whose only team has three people shows no figure of memory, and says why', async () => {
  const { db, maker } = await aHouse(names.slice(0, 3));
  for (const name of names.slice(0, 3)) await answered(db, name, 30, 1);
  const brief = await makeBrief(maker, q4, november);
  for (const id of ['witnesses', 'quiet', 'recall']) expect(indicatorIn(brief, id)?.value, id).toBe(null);
  const text = briefText(tellBrief(brief, 'en', 'running'));
  expect(text).toContain('1 team too small to be shown alone.');
  for (const name of ['Motors', ...names]) expect(text).not.toContain(name);
});

const aDecision = {
  ask: 'Qualify a second maker',
  cost: '¥40 million',
  opportunity: 'Orders from abroad',
  programmes: [],
  noProgramme: true,
  deadline: '',
  owner: 'Head of purchasing',
};

test('a decision without cost or opportunity is refused, and so is one that names somebody of the house or an address', async () => {
  const { db } = await aHouse();
  expect(await addDecision(db, '2026-Q4', { ...aDecision, cost: '' }, november)).toMatchObject({ ok: false });
  expect(await addDecision(db, '2026-Q4', { ...aDecision, opportunity: ' ' }, november)).toMatchObject({ ok: false });
  for (const owner of ['cordelia', 'ask Cordelia.', 'ada@kazehaya.example'])
    expect(await addDecision(db, '2026-Q4', { ...aDecision, owner }, november)).toMatchObject({ namesSomebody: true });
  expect(await readDecisions(db)).toEqual([]);
  expect(await addDecision(db, '2026-Q4', { ...aDecision, owner: 'Cordeliary' }, november)).toEqual({ ok: true });
});

test('what became of a decision stands in the brief in place of what was asked', async () => {
  const { db, maker } = await aHouse();
  await addDecision(db, '2026-Q4', aDecision, november);
  expect((await makeBrief(maker, q4, november)).decisions).toMatchObject([{ ask: aDecision.ask }]);
  const [{ id = '' } = {}] = await readDecisions(db);
  expect(await settleDecision(db, id, 'taken', 'from May', november)).toBe(true);
  const { decisions, settled } = await makeBrief(maker, q4, november);
  expect([decisions, settled]).toMatchObject([[], [{ outcome: 'taken', note: 'from May' }]]);
});

test('a position has at most 40 words and names nobody; an empty one leaves it to the facts', async () => {
  const { db, maker } = await aHouse();
  const long = Array.from({ length: 41 }, () => 'word').join(' ');
  expect(await keepPosition(db, '2026-Q4', long, november)).toEqual({ ok: false, reason: 'long' });
  expect(await keepPosition(db, '2026-Q4', 'Ask Dorothea', november)).toEqual({ ok: false, reason: 'names-somebody' });
  await keepPosition(db, '2026-Q4', 'We hang on one island.', november);
  expect((await makeBrief(maker, q4, november)).ownPosition).toBe('We hang on one island.');
  await keepPosition(db, '2026-Q4', '', november);
  expect((await makeBrief(maker, q4, november)).ownPosition).toBe(null);
});

test('a scenario may leave open what nobody knows, and can be changed', async () => {
  const { db } = await aHouse();
  const draft = { name: 'Island cut off', trigger: '', owner: '', daysToLoss: '', lossBand: '', rehearsedOn: '' };
  expect(await keepScenario(db, null, { ...draft, daysToLoss: 'soon' }, november)).toMatchObject({ ok: false });
  await keepScenario(db, null, draft, november);
  const [kept] = await readScenarios(db);
  await keepScenario(db, kept?.id ?? '', { ...draft, owner: 'Head of planning', daysToLoss: '12' }, november);
  expect(await readScenarios(db)).toMatchObject([{ owner: 'Head of planning', trigger: null, daysToLoss: 12 }]);
});

test('thresholds are typed in per cent, ours hold until then, and red lies beyond amber', async () => {
  const { db } = await aHouse();
  expect((await readThresholds(db))('top-country')).toEqual(usualThresholds('top-country'));
  expect(typedThresholds('top-country', { amber: '40 %', red: '' })).toEqual({
    ok: true,
    thresholds: { amber: 0.4, red: null },
  });
  expect(typedThresholds('cover', { amber: '10', red: '−20' })).toMatchObject({ thresholds: { amber: 10, red: -20 } });
  expect(typedThresholds('top-country', { amber: '60', red: '50' })).toEqual({ ok: false, reason: 'red-before-amber' });
  expect(typedThresholds('tiers', { amber: 'much', red: '' })).toEqual({ ok: false, reason: 'not-a-number' });
  await keepThresholds(db, 'tiers', { amber: 0.9, red: 0.5 }, november);
  expect((await readThresholds(db))('tiers')).toEqual({ amber: 0.9, red: 0.5 });
});
