import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { addTeam } from '#server/people/add-team.ts';
import { importCsv } from '#server/people/import-csv.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { aPlanner } from '#testing/a-plan.ts';
import { aTeamInStore, emailOf, personIdOf } from '#testing/a-team-in-database.ts';
import { Desk } from '../desk.ts';
import type { TeamScope } from '../team-scope.ts';
import type { PeopleAsked } from './list-people.ts';
import { addressOf, peopleAskedIn } from './people-asked.ts';

const now = Date.parse('2026-11-24T06:00:00Z');
const trainer = 'tara@kazehaya.example';
const anybody: PeopleAsked = { find: '', team: null, role: null, language: null, state: 'here', sort: 'name', page: 1 };

async function aHouse() {
  const db = await aStore();
  const own = (await aTeamInStore(db, ['Ana', 'Ben'], now - dayMs)).id;
  const others = ['Müller', 'Søren', 'Eve'].map((name, index) => `Brakes,${name},b${index}@x.example,quality,Etc/UTC`);
  const text = ['team,name,email,role,zone', ...others].join('\n');
  await importCsv(db, { text, vocabulary: aCatalogue().vocabulary, now, dryRun: false, prune: false });
  const { id: other } = await db.selectFrom('team').select('id').where('name', '=', 'Brakes').executeTakeFirstOrThrow();
  const deskOf = (scope: TeamScope) =>
    new Desk(aPlanner(db), { showByName: 'done', smallestTeam: 5 }, trainer, scope, new Set()).people;
  return { db, own, other, house: deskOf('house'), desk: deskOf(new Set([own])), deskOf };
}

const namesOf = ({ people }: { people: readonly { name: string }[] }) => people.map(({ name }) => name);

test('people are found by parts of name, address, team or staff number, however they are typed', async () => {
  const { db, house } = await aHouse();
  await house.change(await personIdOf(db, 'Ana'), { staff_number: 'HR-00417' }, now);
  const found = async (find: string) => namesOf(await house.list({ ...anybody, find }, now));
  expect(await found('MÜLL')).toEqual(['Müller']);
  expect(await found('mu\u0308ller')).toEqual(['Müller']);
  expect(await found('b1@x')).toEqual(['Søren']);
  expect(await found('brakes e')).toEqual(['Eve', 'Müller', 'Søren']);
  expect(await found('brakes eve')).toEqual(['Eve']);
  expect(await found('hr-00417')).toEqual(['Ana']);
  expect(await found('ana@kaze')).toEqual(['Ana']);
  await house.change(await personIdOf(db, 'Ben'), { staff_number: 'b_n!%' }, now);
  expect(await found('b_n!%')).toEqual(['Ben']);
  expect(await found('b_1')).toEqual([]);
  for (const find of ["'", '\\', 'x'.repeat(500)]) expect(await found(find), find).toEqual([]);
});

test('people are narrowed down by team, role, language and state, sorted, and shown 50 at a time', async () => {
  const { db, own, house } = await aHouse();
  const ask = async (more: Partial<PeopleAsked>) => namesOf(await house.list({ ...anybody, ...more }, now));
  await house.change(await personIdOf(db, 'Ana'), { leaves: '2026-11-23', language: 'ja' }, now);
  await house.change(await personIdOf(db, 'Ben'), { away: '2026-12-24' }, now);
  expect(await ask({})).toEqual(['Ben', 'Eve', 'Müller', 'Søren']);
  expect(await ask({ state: 'left' })).toEqual(['Ana']);
  expect(await ask({ state: 'away' })).toEqual(['Ben']);
  expect(await ask({ state: 'all', team: own })).toEqual(['Ana', 'Ben']);
  expect(await ask({ state: 'all', language: 'ja' })).toEqual(['Ana']);
  expect(await ask({ role: 'quality', sort: 'newest' })).toEqual(['Eve', 'Søren', 'Müller']);
  expect(await ask({ state: 'all', sort: 'last-day' })).toEqual(['Ana', 'Ben', 'Eve', 'Müller', 'Søren']);
  const lines = Array.from({ length: 120 }, (_, at) => `Many,P${at},p${at}@x.example,buyer,Etc/UTC`);
  const text = ['team,name,email,role,zone', ...lines].join('\n');
  await importCsv(db, { text, vocabulary: aCatalogue().vocabulary, now, dryRun: false, prune: false });
  const pages = await Promise.all([1, 2, 3, 99].map((page) => house.list({ ...anybody, find: 'many', page }, now)));
  expect(pages.map(({ people, page, pages: of }) => [people.length, page, of])).toEqual([
    [50, 1, 3],
    [50, 2, 3],
    [20, 3, 3],
    [20, 3, 3],
  ]);
});

test('what a page of the list asks for stands in its address, and nonsense there asks for nothing', () => {
  const asked: PeopleAsked = { ...anybody, find: 'a b&c', team: 7, role: 'buyer', language: 'ja', state: 'away' };
  const read = (address: string) => peopleAskedIn(new URL(address, 'http://x').searchParams, Number);
  expect(read(addressOf(asked, 3))).toEqual({ ...asked, page: 3 });
  expect(read('/desk/people?state=x&sort=y&language=z&page=-1')).toEqual(anybody);
});

test('an address is corrected by one form, is told of by field where it cannot be, and goes back as it was', async () => {
  const { db, house } = await aHouse();
  const ana = await personIdOf(db, 'Ana');
  const saved = await house.change(ana, { email: 'ANA.berg@x.example ' }, now);
  expect(saved).toMatchObject({ ok: true, before: { email: emailOf('Ana') } });
  expect(await house.open(ana, now)).toMatchObject({
    draft: { email: 'ana.berg@x.example', name: 'Ana' },
    formerAddresses: [emailOf('Ana')],
  });
  expect(await house.change(ana, { email: emailOf('Ben') }, now)).toMatchObject({
    ok: false,
    faults: { email: 'taken' },
  });
  const wrong = { name: '', email: 'x', role: 'king', zone: 'Mars', leaves: '2026-13-01', joined: '12', shifts: 'QQ' };
  const refused = await house.change(ana, wrong, now);
  expect(refused).toMatchObject({ ok: false, draft: wrong });
  expect(refused && !refused.ok && Object.keys(refused.faults).sort()).toEqual(Object.keys(wrong).sort());
  expect(await house.change(ana, { starts: '2026-12-02', leaves: '2026-12-01' }, now)).toMatchObject({
    faults: { leaves: 'before-first-day' },
  });
  await house.change(ana, saved?.ok ? (saved.before ?? {}) : {}, now);
  expect(await house.open(ana, now)).toMatchObject({
    draft: { email: emailOf('Ana') },
    formerAddresses: ['ana.berg@x.example'],
  });
});

test('a trainer of single teams finds, opens, changes and moves nobody but between those, and whoever looked is written down', async () => {
  const { db, own, other, desk, deskOf } = await aHouse();
  const eve = await db.selectFrom('person').select('id').where('name', '=', 'Eve').executeTakeFirstOrThrow();
  const ana = await personIdOf(db, 'Ana');
  expect(namesOf(await desk.list({ ...anybody, state: 'all' }, now))).toEqual(['Ana', 'Ben']);
  expect(namesOf(await desk.list({ ...anybody, team: other }, now))).toEqual([]);
  expect(await desk.open(eve.id, now)).toBeNull();
  expect(await desk.change(eve.id, { name: 'X' }, now)).toBeNull();
  expect(await desk.erasable(ana)).toBeNull();
  expect(await desk.change(ana, { team: String(other) }, now)).toMatchObject({ ok: false, faults: { team: 'wrong' } });
  expect(
    await desk.add({ name: 'N', email: 'n@x.example', team: String(other), role: 'buyer', zone: 'Etc/UTC' }, now),
  ).toMatchObject({ ok: false, faults: { team: 'wrong' } });
  const second = await addTeam(db, { name: 'Second', zone: 'Etc/UTC', sector: null, supplier_id: null }, now);
  expect(await deskOf(new Set([own, second])).change(ana, { team: String(second) }, now)).toMatchObject({ ok: true });
  const log = await db.selectFrom('access').select(['act', 'team_id', 'subject']).orderBy('act').execute();
  expect(log).toEqual(
    expect.arrayContaining([
      { act: 'changed-person', team_id: own, subject: emailOf('Ana') },
      { act: 'moved-person', team_id: second, subject: emailOf('Ana') },
    ]),
  );
});

test('of somebody’s mail a trainer sees whether it comes, and of no wish which', async () => {
  const { db, house } = await aHouse();
  const ana = await personIdOf(db, 'Ana');
  const mail = async () => (await house.open(ana, now))?.mail;
  expect(await mail()).toBe('comes');
  await db.updateTable('person').set({ paused_until: '2026-12-01' }).where('id', '=', ana).execute();
  const paused = await house.open(ana, now);
  await db.updateTable('person').set({ paused_until: null, unsubscribed_at: 1 }).where('id', '=', ana).execute();
  expect(await house.open(ana, now)).toEqual(paused);
  expect(paused?.mail).toBe('none for now');
});

test('days and hours of somebody’s own are told as a fact, and a form of the desk leaves them', async () => {
  const { db, house } = await aHouse();
  const id = await personIdOf(db, 'Ana');
  expect((await house.open(id, now))?.chosen).toEqual({ days: null, hours: null });
  await db
    .updateTable('person')
    .set({ mail_days: 'tue,thu', mail_hours: '10:00-16:00' })
    .where('id', '=', id)
    .execute();
  await house.change(id, { shifts: 'DDNN----@2026-01-05', zone: 'Asia/Tokyo' }, now);
  expect((await house.open(id, now))?.chosen).toEqual({
    days: new Set([2, 4]),
    hours: { from: '10:00', until: '16:00' },
  });
});
