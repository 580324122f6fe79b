import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import type { Db } from '#server/database/open-database.ts';
import { suppress } from '#server/outbox/suppression.ts';
import { importCsv } from '#server/people/import-csv.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { aPlanner } from '#testing/a-plan.ts';
import { aSentNudge } from '#testing/a-sent-nudge.ts';
import { aTeamInStore, emailOf, personIdOf } from '#testing/a-team-in-database.ts';
import { Desk } from '../desk.ts';
import { refreshHeat } from '../refresh-heat.ts';
import type { DeskRules } from '../shown-cells.ts';
import type { TeamScope } from '../team-scope.ts';

/** A Tuesday, before its mail is planned. */
const now = Date.parse('2026-11-24T06:00:00Z');
const usualRules: DeskRules = { showByName: 'done', smallestTeam: 5 };
const motors = ['Mei', 'Jan', 'Ana', 'Ben', 'Eva', 'Fay'];
const brakes = ['Olga', 'Pia', 'Quin', 'Rolf', 'Sven', 'Uwe'];

/** Two teams: the first describes what it buys, of the second nothing is known. Nobody was asked yet. */
async function aHouse(rules = usualRules) {
  const db = await aStore();
  const own = (await aTeamInStore(db, motors, now - dayMs)).id;
  const lines = brakes.map((name) => `Brakes,${name},${emailOf(name)},buyer,Etc/UTC`);
  const text = ['team,name,email,role,zone', ...lines].join('\n');
  await importCsv(db, { text, vocabulary: aCatalogue().vocabulary, now, dryRun: false, prune: false });
  const { id: other } = await db.selectFrom('team').select('id').where('name', '=', 'Brakes').executeTakeFirstOrThrow();
  const deskOf = (scope: TeamScope) => new Desk(aPlanner(db), rules, 'tara@kazehaya.example', scope, new Set());
  return { db, own, other, desk: deskOf(new Set([own])), house: deskOf('house') };
}

async function remembers(db: Db, name: string, lessonId: string, daysAgo: number, stability = 60) {
  await db
    .insertInto('memory')
    .values({
      ...{ person_id: await personIdOf(db, name), lesson_id: lessonId, stability, difficulty: 5 },
      ...{ met_at: now - daysAgo * dayMs, answers: 8 },
    })
    .execute();
}

const kinds = async (desk: Desk) =>
  (await desk.today.lines(aCatalogue(), now)).map(({ kind, teamId }) => [kind, teamId]);

test('a lesson that one person alone holds is a line, and none of a team that is too small for figures', async () => {
  const { db, own, desk } = await aHouse();
  await aSentNudge(db, 'Ana', now - 90 * dayMs);
  await remembers(db, 'Ana', 'keep-stock', 1);
  const [line] = await desk.today.lines(aCatalogue(), now);
  expect(line).toMatchObject({ kind: 'on-one', teamId: own, lessonId: 'keep-stock' });
  expect(JSON.stringify(line)).not.toContain('Ana');
  const strict = await aHouse({ ...usualRules, smallestTeam: 7 });
  await remembers(strict.db, 'Ana', 'keep-stock', 1);
  expect((await kinds(strict.desk)).map(([kind]) => kind)).not.toContain('on-one');
});

test('a lesson that falls under one half within a month is a line with the days that are left', async () => {
  const { db, own, desk } = await aHouse();
  for (const name of motors.slice(0, 2)) await remembers(db, name, 'keep-stock', 6, 6);
  const line = (await desk.today.lines(aCatalogue(), now)).find(({ kind }) => kind === 'falling');
  expect(line).toMatchObject({ teamId: own, lessonId: 'keep-stock' });
  expect(line?.days).toBeGreaterThanOrEqual(0);
  expect(line?.days).toBeLessThanOrEqual(30);
});

test('people who leave within two months are a line by number and day, not by name', async () => {
  const { db, own, desk } = await aHouse();
  const leave = (name: string, on: string) =>
    db.updateTable('person').set({ leaves_on: on }).where('email', '=', emailOf(name)).execute();
  await leave('Jan', '2027-03-31');
  expect((await kinds(desk)).map(([kind]) => kind)).not.toContain('leaving');
  await leave('Mei', '2026-12-31');
  await leave('Ana', '2026-12-15');
  await leave('Ben', '2026-11-20');
  const line = (await desk.today.lines(aCatalogue(), now)).find(({ kind }) => kind === 'leaving');
  expect(line).toMatchObject({ teamId: own, people: 2, first: '2026-12-15', days: 21 });
});

test('teams nobody ever asked are one line, and so are those that nobody has described', async () => {
  const { db, own, other, house } = await aHouse();
  await db.updateTable('team').set({ sector: null }).where('id', '=', other).execute();
  const lines = await house.today.lines(aCatalogue(), now);
  expect(lines.filter(({ kind }) => kind === 'never-asked')).toMatchObject([{ teamId: own, others: 1 }]);
  expect(lines.filter(({ kind }) => kind === 'undescribed')).toHaveLength(1);
  await aSentNudge(db, 'Ana', now - dayMs);
  expect(await kinds(house)).toContainEqual(['never-asked', other]);
});

test('a signal that ends within three days is a line of its team, with what it said', async () => {
  const { db, own, desk } = await aHouse();
  const signal = {
    topic: 'country',
    word: 'JP',
    note: 'Ports',
    from_on: '2026-11-01',
    made_by: '',
    made_at: now,
  } as const;
  await db
    .insertInto('signal')
    .values([
      { ...signal, team_id: own, until_on: '2026-11-26' },
      { ...signal, team_id: own, until_on: '2026-12-26' },
    ])
    .execute();
  const ending = (await desk.today.lines(aCatalogue(), now)).filter(({ kind }) => kind === 'signal-ends');
  expect(ending).toMatchObject([{ about: 'country:JP', note: 'Ports', on: '2026-11-26', days: 2 }]);
});

test('whose address was refused in the last week is named with a plain reason; a complaint is a wish and is not', async () => {
  const { db, own, desk } = await aHouse();
  const refuse = (name: string, kind: 'hard' | 'complaint', since: number, reason: string) =>
    suppress(db, { address: emailOf(name), kind, reason, since, until: null });
  await refuse('Ana', 'hard', now - dayMs, '550 5.1.1 no such user');
  await refuse('Ben', 'complaint', now - dayMs, 'abuse');
  await refuse('Mei', 'hard', now - 30 * dayMs, '550 5.1.1 no such user');
  await refuse('Olga', 'hard', now - dayMs, '550 5.1.1 no such user');
  const { refused } = await desk.today.mailTrouble(now);
  expect(refused).toMatchObject([{ name: 'Ana', teamId: own, reason: 'no-mailbox' }]);
  const open = await aHouse({ ...usualRules, showByName: 'results' });
  await suppress(open.db, {
    address: emailOf('Ben'),
    kind: 'complaint',
    reason: 'abuse',
    since: now - dayMs,
    until: null,
  });
  expect((await open.desk.today.mailTrouble(now)).refused).toMatchObject([{ name: 'Ben', reason: 'unwanted' }]);
});

test('today’s mails are counted by why they go, on the day of each reader', async () => {
  const { db, desk, house } = await aHouse();
  const { nudgeId } = await aSentNudge(db, 'Ana', now);
  await aSentNudge(db, 'Olga', now);
  await aSentNudge(db, 'Ben', now - 2 * dayMs);
  expect(await desk.today.mail(now)).toEqual([{ cause: 'memory', sent: 1, waiting: 0, failed: 0 }]);
  expect(await house.today.mail(now)).toEqual([{ cause: 'memory', sent: 2, waiting: 0, failed: 0 }]);
  const assigned = await desk.assigning.assign(
    { moduleId: 'first-week', dueOn: '2027-01-29', teamIds: [1], roles: [], personIds: [] },
    now,
  );
  const id = assigned.ok ? assigned.ids[0] : null;
  await db
    .updateTable('nudge')
    .set({ assignment_id: id ?? null })
    .where('id', '=', nudgeId)
    .execute();
  expect(await desk.today.mail(now)).toEqual([{ cause: 'assigned', sent: 1, waiting: 0, failed: 0 }]);
});

test('a team is told of whose people were long not heard of, by number, once its figures were worked out', async () => {
  const { db, own, desk } = await aHouse();
  for (let week = 2; week < 12; week += 1) await aSentNudge(db, 'Ana', now - week * 7 * dayMs);
  await db
    .updateTable('message')
    .set((eb) => ({ accepted_at: eb.ref('due_at') }))
    .execute();
  expect(await desk.today.silentTeams()).toEqual([]);
  await refreshHeat(aPlanner(db), () => now, new AbortController().signal);
  expect(await desk.today.silentTeams()).toMatchObject([{ teamId: own, people: 1 }]);
});

test('nothing of another team is in a trainer’s morning', async () => {
  const { db, other, desk } = await aHouse();
  await remembers(db, 'Olga', 'keep-stock', 1);
  await suppress(db, { address: emailOf('Pia'), kind: 'hard', reason: '550', since: now, until: null });
  await db.updateTable('person').set({ leaves_on: '2026-12-01' }).where('email', '=', emailOf('Quin')).execute();
  await aSentNudge(db, 'Rolf', now);
  await refreshHeat(aPlanner(db), () => now, new AbortController().signal);
  expect((await kinds(desk)).map(([, teamId]) => teamId)).not.toContain(other);
  expect(await desk.today.mailTrouble(now)).toEqual({ refused: [], refusedMore: 0, held: 0 });
  expect(await desk.today.mail(now)).toEqual([]);
});
