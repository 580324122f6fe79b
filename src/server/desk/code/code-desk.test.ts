import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { readPublicCode } from '#server/code/public-code.ts';
import { Desk } from '#server/desk/desk.ts';
import { guardedDesk } from '#server/desk/roles/guarded-desk.ts';
import type { TeamScope } from '#server/desk/team-scope.ts';
import { aStore } from '#testing/a-database.ts';
import { aPlanner } from '#testing/a-plan.ts';
import { aTeamInStore, emailOf, personIdOf } from '#testing/a-team-in-database.ts';

const now = Date.parse('2026-11-24T06:00:00Z');
const today = '2026-11-24';
const rules = { showByName: 'done', smallestTeam: 5 } as const;
const works = { name: 'Kazehaya Works', slug: 'works', language: 'en' };
const place = { organisation: 'works', year: 2026, principle: 5, version: 0 } as const;
const draft = {
  state: 'explain',
  text: 'The second foundry has cast one trial batch; the line cannot spare the week that a full trial needs before May.',
  ownerFunction: 'Head of purchasing',
  dueOn: '2027-05-31',
  owner: '',
};

async function aHouse() {
  const db = await aStore();
  const team = await aTeamInStore(db, ['Ana', 'Ben'], now - dayMs);
  const deskOf = (scope: TeamScope) => new Desk(aPlanner(db), rules, 'tara@kazehaya.example', scope, new Set());
  const house = deskOf('house');
  await house.code.found(works, now);
  return { db, team, deskOf, house };
}

test('a code that was just set up is missing in every principle', async () => {
  const { house } = await aHouse();
  const code = await house.code.read('works', null, today);
  expect(code?.shown.principles.map(({ state }) => state)).toEqual(Array.from({ length: 12 }, () => 'missing'));
  expect(code?.years).toEqual([2026, 2025]);
});

test('a statement is kept with who made it, and whoever wrote beside them is told', async () => {
  const { house } = await aHouse();
  expect(await house.code.save(place, { ...draft, owner: emailOf('Ana') }, now)).toEqual({ ok: true });
  const opened = await house.code.open('works', 2026, 5, now);
  expect(opened).toMatchObject({
    draft: { ...draft, owner: emailOf('Ana') },
    version: 1,
    changed: { by: 'tara@kazehaya.example', at: now },
  });
  expect(await house.code.save(place, { ...draft, text: `${draft.text} Or June.` }, now)).toEqual({
    ok: false,
    reason: 'changed-meanwhile',
  });
  expect(await house.code.save({ ...place, version: 1 }, { ...draft, state: 'comply' }, now)).toEqual({ ok: true });
  expect(await house.code.save({ ...place, version: 1 }, draft, now)).toMatchObject({ reason: 'changed-meanwhile' });
});

test('what was said of a year that is over stays, and what was not said then may be added', async () => {
  const { house } = await aHouse();
  const lastYear = { ...place, year: 2025 };
  expect(await house.code.save(lastYear, draft, now)).toEqual({ ok: true });
  expect(await house.code.save({ ...lastYear, version: 1 }, { ...draft, state: 'comply' }, now)).toEqual({
    ok: false,
    reason: 'year-over',
  });
});

test('two years show the shift of each principle, and an explain that did not change is flagged by name', async () => {
  const { house } = await aHouse();
  await house.code.save({ ...place, year: 2025 }, draft, now);
  await house.code.save(place, { ...draft, text: `  ${draft.text.replaceAll(' ', '  ')}` }, now);
  await house.code.save({ ...place, year: 2025, principle: 9 }, { ...draft, state: 'not-yet' }, now);
  await house.code.save({ ...place, principle: 9 }, { ...draft, state: 'comply' }, now);
  const code = await house.code.read('works', 2026, today);
  expect(code?.shown.principles[4]).toMatchObject({
    state: 'explain',
    flags: ['unchanged'],
    before: 'explain',
    shift: 'same',
  });
  expect(code?.shown.principles[8]).toMatchObject({ state: 'comply', flags: [], before: 'not-yet', shift: 'forward' });
});

test('an owner is somebody of the trainer’s teams, and one whom they do not see stays as they are', async () => {
  const { db, team, deskOf, house } = await aHouse();
  expect(await house.code.save(place, { ...draft, owner: 'olga@elsewhere.example' }, now)).toEqual({
    ok: false,
    reason: 'faults',
    faults: { owner: 'unknown-owner' },
  });
  await house.code.save(place, { ...draft, owner: emailOf('Ana') }, now);
  const blind = deskOf(new Set([team.id + 1]));
  expect(await blind.code.open('works', 2026, 5, now)).toMatchObject({ draft: { owner: '' }, ownerUnseen: true });
  await blind.code.save({ ...place, version: 1 }, draft, now);
  const { person_id } = await db.selectFrom('code_statement').select('person_id').executeTakeFirstOrThrow();
  expect(person_id).toBe(await personIdOf(db, 'Ana'));
});

test('an executive reads the code and changes nothing, and sees no name', async () => {
  const { house } = await aHouse();
  await house.code.save(place, { ...draft, owner: emailOf('Ana') }, now);
  const seen = guardedDesk(house, new Set(['executive'] as const));
  const code = await seen.code.read('works', 2026, today);
  expect(JSON.stringify(code)).not.toMatch(/Ana|Tara|@/i);
  await expect(async () => seen.code.open('works', 2026, 5, now)).rejects.toThrow(RangeError);
  await expect(async () => seen.code.save(place, draft, now)).rejects.toThrow(RangeError);
  await expect(async () => seen.code.setPublic('works', true, now)).rejects.toThrow(RangeError);
});

test('nobody outside reads a code that is not switched on, and whoever reads one sees no person', async () => {
  const { db, house } = await aHouse();
  await house.code.save(place, { ...draft, owner: emailOf('Ana') }, now);
  expect(await readPublicCode(db, 'works', null, today)).toBeNull();
  await house.code.setPublic('works', true, now);
  const page = await readPublicCode(db, 'works', null, today);
  expect(page?.shown.principles[4]?.text).toBe(draft.text);
  expect(JSON.stringify(page)).not.toMatch(/Ana|Tara|@/i);
  await house.code.setPublic('works', false, now);
  expect(await readPublicCode(db, 'works', null, today)).toBeNull();
});

test('the end of an address is one that a browser can be sent to, and nobody else’s', async () => {
  const { house } = await aHouse();
  const slugs = ['works', '../desk', 'a b', 'ä', '', '-', 'a--b', 'x'.repeat(61)];
  const refused = await Promise.all(slugs.map((slug) => house.code.found({ ...works, slug }, now)));
  expect(refused.map((one) => one.ok || one.reason)).toEqual(['slug-taken', ...slugs.slice(1).map(() => 'bad-slug')]);
  expect(await house.code.found({ ...works, slug: ' Works-2 ' }, now)).toEqual({ ok: true, slug: 'works-2' });
});
