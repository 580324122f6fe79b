import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { pause } from '#server/answers/preferences.ts';
import { recordAnswer } from '#server/answers/record-answer.ts';
import type { Db } from '#server/database/open-database.ts';
import { suppress } from '#server/outbox/suppression.ts';
import { importCsv } from '#server/people/import-csv.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { aPlanner } from '#testing/a-plan.ts';
import { answerContext, aSentNudge } from '#testing/a-sent-nudge.ts';
import { aTeamInStore, emailOf, personIdOf } from '#testing/a-team-in-database.ts';
import { Desk } from './desk.ts';
import type { DeskRules } from './shown-cells.ts';
import type { TeamScope } from './team-scope.ts';

/** A Tuesday, before its mail is planned. */
const now = Date.parse('2026-11-24T06:00:00Z');
const trainer = 'tara@kazehaya.example';
const unknown = 999;
const usualRules: DeskRules = { showByName: 'done', smallestTeam: 5 };
const motors = ['Mei', 'Jan', 'Ana', 'Ben', 'Eva'];
const brakes = ['Olga', 'Pia', 'Quin', 'Rolf', 'Sven', 'Uwe'];

/** Two teams; the desk is that of a trainer of the first, unless it is said of whom. */
async function aHouse(rules = usualRules, people: readonly string[] = motors) {
  const db = await aStore();
  const own = (await aTeamInStore(db, people, now - dayMs)).id;
  const lines = brakes.map((name) => `Brakes,${name},${emailOf(name)},buyer,Etc/UTC`);
  const text = ['team,name,email,role,zone', ...lines].join('\n');
  await importCsv(db, { text, vocabulary: aCatalogue().vocabulary, now, dryRun: false, prune: false });
  const { id: other } = await db.selectFrom('team').select('id').where('name', '=', 'Brakes').executeTakeFirstOrThrow();
  const deskOf = (scope: TeamScope) => new Desk(aPlanner(db), rules, trainer, scope, new Set());
  return { db, own, other, desk: deskOf(new Set([own])), house: deskOf('house') };
}

/** Ana answers a question, right and sure, a day before `now`. */
async function anaAnswers(db: Db) {
  const sent = await aSentNudge(db, 'Ana', now - dayMs);
  await recordAnswer(answerContext(db), sent.token, { choice: 'b', sureness: 'sure' }, now - dayMs);
  return sent;
}

const requestFor = (teamId: number) => ({
  ...{ moduleId: 'first-week', dueOn: '2027-01-29' },
  ...{ teamIds: [teamId], roles: [], personIds: [] },
});

async function assigned(desk: Desk, teamId: number) {
  const outcome = await desk.assigning.assign(requestFor(teamId), now);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome;
}

const acts = async (db: Db) =>
  (
    await db.selectFrom('access').select(['who', 'act', 'team_id', 'subject']).orderBy('at').orderBy('key').execute()
  ).map(({ who, act, team_id, subject }) => [who, act, team_id, subject]);

test('by default a trainer sees that somebody answered, and neither how nor, at their own pace, to what', async () => {
  const { db, own, desk } = await aHouse();
  const { nudgeId } = await anaAnswers(db);
  expect(await desk.mailOfTeam(own, 10, 'en')).toEqual([]);
  const opened = await desk.openTeam(own, now);
  expect(opened?.page.members.find(({ name }) => name === 'Ana')).toMatchObject({ sent: 1, answered: 1, pace: null });
  const { ids } = await assigned(desk, own);
  await db
    .updateTable('nudge')
    .set({ assignment_id: ids[0] ?? null })
    .where('id', '=', nudgeId)
    .execute();
  expect(await desk.mailOfTeam(own, 10, 'en')).toMatchObject([
    { personName: 'Ana', lessonId: 'keep-stock', kind: null, outcome: { text: 'Answered', tone: 'plain' } },
  ]);
});

test('where the house lets results be seen, a trainer sees them', async () => {
  const { db, own, desk } = await aHouse({ ...usualRules, showByName: 'results' });
  await anaAnswers(db);
  expect(await desk.mailOfTeam(own, 10, 'en')).toMatchObject([
    { lessonId: 'keep-stock', kind: 'case', outcome: { text: 'Right, sure', tone: 'good' } },
  ]);
});

test('what somebody wishes of their mail is theirs: a pause, an unsubscription and a complaint look alike', async () => {
  const { db, own, desk } = await aHouse();
  const { token } = await aSentNudge(db, 'Ana', now - dayMs);
  await pause(answerContext(db), token, '2026-12-24', now);
  await db.updateTable('person').set({ unsubscribed_at: now }).where('email', '=', emailOf('Ben')).execute();
  await suppress(db, { address: emailOf('Eva'), kind: 'complaint', reason: 'abuse', since: now, until: null });
  await suppress(db, { address: emailOf('Jan'), kind: 'hard', reason: '550 5.1.1', since: now, until: null });
  const opened = await desk.openTeam(own, now);
  const states = new Map(opened?.page.members.map(({ name, state }) => [name, state]));
  expect(Object.fromEntries(states)).toEqual({
    Ana: 'no mail now',
    Ben: 'no mail now',
    Eva: 'no mail now',
    Jan: 'address refused',
    Mei: 'gets mail',
  });
  expect((await desk.noMail(own, now)).map(({ name }) => name)).toEqual(['Jan']);
  expect(await desk.letHaveMail(own, await personIdOf(db, 'Eva'), now), 'only Eva takes her word back').toBe(false);
  expect(await desk.letHaveMail(own, await personIdOf(db, 'Jan'), now)).toBe(true);
});

test('a team has figures from the smallest size on, in steps, and without the name of who holds a lesson', async () => {
  const figuresOf = async (people: readonly string[], rules = usualRules) => {
    const { db, own, desk } = await aHouse(rules, people);
    await anaAnswers(db);
    const opened = await desk.openTeam(own, now);
    if (!opened) throw new Error('not opened');
    return desk.teamFigures(aCatalogue(), opened.team, now);
  };
  const five = await figuresOf(motors);
  expect(five.row).toMatchObject({ held: null });
  for (const { chance, exact } of five.row.cells) {
    expect(exact).toBeNull();
    expect(chance * 10).toBeCloseTo(Math.round(chance * 10));
  }
  expect(JSON.stringify(five.outlook.singleKeepers)).not.toContain('Ana');
  const four = await figuresOf(motors.slice(0, 4));
  expect(four).toMatchObject({ row: { held: 'too-few', cells: [] }, outlook: { fading: [], singleKeepers: [] } });
  expect(await figuresOf(motors.slice(0, 4), { ...usualRules, smallestTeam: 4 })).toMatchObject({
    row: { held: null },
  });
});

test('a plan names whom a module was assigned to; what comes at their own pace is told without names, and not in a small team', async () => {
  const { own, desk } = await aHouse();
  const before = await desk.openTeam(own, now);
  expect(before?.plan.named).toEqual([]);
  expect(before?.plan.unnamed.length).toBeGreaterThan(0);
  expect(await assigned(desk, own)).toMatchObject({ ok: true });
  const after = await desk.openTeam(own, now);
  expect(after?.plan.named.map(({ explanation }) => explanation.occasion.kind)).toEqual(['assigned']);
  const few = await (await aHouse(usualRules, ['Mei', 'Jan'])).desk.openTeam(own, now);
  expect(few?.plan).toMatchObject({ named: [], unnamed: [] });
  expect(few?.plan.untold).toBeGreaterThan(0);
});

test('a trainer of one team sees nothing of another, as if it did not exist', async () => {
  const { db, own, other, desk, house } = await aHouse();
  await aSentNudge(db, 'Olga', now - dayMs);
  await suppress(db, { address: emailOf('Pia'), kind: 'hard', reason: '550', since: now, until: null });
  const { ids } = await assigned(house, other);
  const draft = {
    team: String(other),
    about: 'lesson:write-it-down',
    note: 'Fire',
    link: '',
    day: '',
    line: '',
    until: '2026-12-08',
  };
  await house.makeSignal(draft, now);
  const pia = await personIdOf(db, 'Pia');

  expect((await desk.teamNames()).map((team) => team.id)).toEqual([own]);
  const everyTeam = { find: '', page: 1 };
  expect((await desk.plans(everyTeam, now)).plans.map(({ team }) => team.id)).toEqual([own]);
  const asked = { ...everyTeam, order: 'coldest', grouping: 'site' } as const;
  expect(await desk.memory.picture(aCatalogue(), asked, now)).toMatchObject({
    all: 1,
    groups: [{ teams: [{ id: own }] }],
    rows: [{ teamId: own }],
  });
  expect(await desk.mail(25, 'en', now)).toEqual([]);
  expect(await desk.assignments(aCatalogue(), now)).toEqual([]);
  expect(await desk.signals(now)).toEqual([]);
  for (const teamId of [other, unknown]) {
    expect(await desk.openTeam(teamId, now)).toBeNull();
    expect(await desk.starter(teamId, aCatalogue())).toBeNull();
    expect(await desk.noMail(teamId, now)).toEqual([]);
    expect(await desk.mailOfTeam(teamId, 25, 'en')).toEqual([]);
    expect(await desk.letHaveMail(teamId, pia, now)).toBe(false);
    const missing = { ok: false, reason: 'no-such-team' };
    expect(await desk.assigning.forecast(requestFor(teamId), now)).toEqual(missing);
    expect(await desk.assigning.assign(requestFor(teamId), now)).toEqual(missing);
    const toPia = { ...requestFor(own), teamIds: [], personIds: [pia] };
    expect(await desk.assigning.assign(toPia, now)).toEqual({ ok: false, reason: 'no-such-person' });
    const faults = { ok: false, faults: { team: 'no-such-team' } };
    expect(await desk.previewSignal({ ...draft, team: String(teamId) }, now)).toEqual(faults);
    expect(await desk.makeSignal({ ...draft, team: String(teamId) }, now)).toEqual(faults);
  }
  for (const assignment of [ids[0] ?? 0, unknown]) {
    expect(await desk.assigning.open(aCatalogue(), assignment, now)).toBeNull();
    expect(await desk.assigning.withdraw(assignment, now)).toBe(false);
    expect(await desk.assigning.moveDueDate(assignment, '2027-02-10', now)).toBe(false);
    expect(await desk.assigning.remind(assignment, 'late', now)).toBeNull();
  }
  expect(await desk.assigning.find('Olga', now)).toEqual([]);
  for (const signal of [1, unknown]) expect(await desk.withdrawSignal(signal, now)).toBe(false);
  expect(await house.assignments(aCatalogue(), now)).toHaveLength(1);
  expect(await house.signals(now)).toMatchObject([{ state: 'running' }]);
  expect(await house.noMail(other, now)).toHaveLength(1);
});

test('a signal for every team is the house’s to make and to withdraw; others see it, with the mails of their own teams', async () => {
  const { desk, house } = await aHouse();
  const draft = {
    team: 'all',
    about: 'lesson:write-it-down',
    note: 'Fire',
    link: '',
    day: '',
    line: '',
    until: '2026-12-08',
  };
  expect(await desk.makeSignal(draft, now)).toEqual({ ok: false, faults: { team: 'no-such-team' } });
  expect(await house.makeSignal(draft, now)).toMatchObject({ ok: true });
  const [line] = await desk.signals(now);
  if (!line) throw new Error('no signal');
  expect([desk.mayWithdraw(line), house.mayWithdraw(line)]).toEqual([false, true]);
  expect(await desk.withdrawSignal(line.signal.id, now)).toBe(false);
  expect(await house.withdrawSignal(line.signal.id, now)).toBe(true);
});

test('whom a signal reaches is counted, not named', async () => {
  const { own, desk } = await aHouse();
  const draft = {
    team: String(own),
    about: 'lesson:write-it-down',
    note: 'Fire',
    link: '',
    day: '',
    line: '',
    until: '2026-12-08',
  };
  const preview = await desk.previewSignal(draft, now);
  expect(preview).toMatchObject({ ok: true });
  expect(JSON.stringify(preview)).not.toMatch(new RegExp(motors.join('|')));
});

test('looks at names and changes are written down; the same look within the hour is one', async () => {
  const { db, own, desk, house } = await aHouse();
  await suppress(db, { address: emailOf('Jan'), kind: 'hard', reason: '550', since: now, until: null });
  const jan = await personIdOf(db, 'Jan');
  await desk.openTeam(own, now);
  await desk.openTeam(own, now + 59 * 60_000);
  await desk.openTeam(own, now + 61 * 60_000);
  await desk.letHaveMail(own, jan, now + 62 * 60_000);
  await desk.undoLetHaveMail(own, jan, now + 63 * 60_000);
  expect(await acts(db)).toEqual([
    [trainer, 'saw-names', own, null],
    [trainer, 'saw-names', own, null],
    [trainer, 'let-mail', own, emailOf('Jan')],
    [trainer, 'stopped-mail', own, emailOf('Jan')],
  ]);
  expect(await house.access(0, 2)).toMatchObject([
    { act: 'stopped-mail', teamName: 'Motors', subject: emailOf('Jan') },
    { act: 'let-mail' },
  ]);
  expect(await house.access(2, 10)).toHaveLength(2);
});

test('pages reach teams and people through the desk alone', () => {
  const pages = globSync('src/pages/desk/**/*.{astro,ts}').filter(
    (file) => !/sign-in|sign-out|enter|company/.test(file),
  );
  expect(pages.length).toBeGreaterThan(8);
  /** Not about people, or handed to the desk to be cut. */
  const allowed = ['readTeams(store.db', 'readPause(store.db', 'readBreaker(store.db', 'readFindings(store.db'];
  for (const file of pages) {
    const rest = allowed.reduce((text, call) => text.replaceAll(call, ''), readFileSync(file, 'utf8'));
    expect(rest, file).not.toMatch(/store\.db|renderer\.db|planner\.db|answers\.db/);
  }
});
