import { expect, test } from 'vitest';
import type { Db } from '#server/database/open-database.ts';
import { erasePerson } from '#server/people/erase-person.ts';
import { importCsv } from '#server/people/import-csv.ts';
import { readPublicSafeguard } from '#server/safeguards/public-safeguard.ts';
import { readSafeguardCounts } from '#server/safeguards/safeguard-counts.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { aPlanner } from '#testing/a-plan.ts';
import { aTeamInStore, emailOf } from '#testing/a-team-in-database.ts';
import { Desk } from '../desk.ts';
import type { TeamScope } from '../team-scope.ts';

const now = Date.parse('2026-11-24T06:00:00Z');
const dayMs = 86_400_000;
const catalogue = aCatalogue();
const [story] = catalogue.cases;
if (!story) throw new Error('The catalogue of tests has no case.');

/** Two teams, and the desks of a trainer of each. */
async function aHouse() {
  const db = await aStore();
  const own = (await aTeamInStore(db, ['Mei', 'Jan'], now)).id;
  const text = `team,name,email,role,zone\nBrakes,Olga Brandt,${emailOf('Olga')},buyer,Etc/UTC`;
  await importCsv(db, { text, vocabulary: catalogue.vocabulary, now, dryRun: false, prune: false });
  const { id: other } = await db.selectFrom('team').select('id').where('name', '=', 'Brakes').executeTakeFirstOrThrow();
  const deskOf = (scope: TeamScope) =>
    new Desk(aPlanner(db), { showByName: 'done', smallestTeam: 5 }, 'tara@kazehaya.example', scope, new Set())
      .safeguards;
  return { db, own, other, house: deskOf('house'), ofOwn: deskOf(new Set([own])), ofOther: deskOf(new Set([other])) };
}

const fields = (team: number, more: Record<string, string> = {}) => ({
  ...{ team: String(team), title: 'Eight weeks of controllers', owner: 'Mei', since: '2019-04-01' },
  ...{ case: story.title, reason: 'Whoever had none stood still for months.', ...more },
});

type Register = Awaited<ReturnType<typeof aHouse>>['house'];

async function entered(desk: Register, team: number, more: Record<string, string> = {}): Promise<string> {
  const saved = await desk.add(fields(team, more), catalogue, now);
  if (!saved.ok) throw new Error(JSON.stringify(saved.faults));
  return saved.id;
}

const actsOf = async (db: Db) =>
  (await db.selectFrom('safeguard_event').select('act').orderBy('at').execute()).map(({ act }) => act);

test('a safeguard is entered with its owner and its case, and whoever did it is written down', async () => {
  const { db, own, house } = await aHouse();
  const id = await entered(house, own);
  expect(id).toMatch(/^[2-9a-z]{12}$/);
  expect(await house.open(id, now)).toMatchObject({
    ...{ title: 'Eight weeks of controllers', caseId: story.id, since: '2019-04-01' },
    owner: { name: 'Mei' },
    standing: { status: 'kept', checkedOn: null, dueOn: '2027-11-24' },
  });
  const acts = await db.selectFrom('access').select('act').where('act', '=', 'changed-safeguard').execute();
  expect(acts).toHaveLength(1);
});

test('a form with faults says each beside its field, and nothing is saved', async () => {
  const { db, own, house } = await aHouse();
  const wrong = { title: ' ', owner: 'Nobody', case: 'No such case', reason: '', since: '2030-01-01' };
  expect(await house.add(fields(own, wrong), catalogue, now)).toMatchObject({
    ok: false,
    faults: {
      title: { fault: 'no-title' },
      owner: { fault: 'no-such-person' },
      case: { fault: 'no-such-case' },
      reason: { fault: 'no-reason' },
      since: { fault: 'bad-day' },
    },
  });
  expect(await db.selectFrom('safeguard').selectAll().execute()).toEqual([]);
});

test('a name of the team is refused in what everybody beside the machine reads', async () => {
  const { other, house } = await aHouse();
  const saved = await house.add(fields(other, { owner: '', reason: 'Olga Brandt saw the fire.' }), catalogue, now);
  expect(saved).toMatchObject({ ok: false, faults: { reason: { fault: 'names-somebody', found: ['Olga Brandt'] } } });
});

test('a trainer of one team neither sees, changes, checks nor retires what another team keeps', async () => {
  const { own, other, house, ofOwn, ofOther } = await aHouse();
  const id = await entered(house, own);
  expect(await ofOther.list(null, now)).toEqual([]);
  expect(await ofOther.list(own, now)).toEqual([]);
  expect(await ofOther.open(id, now)).toBeNull();
  expect(await ofOther.edit(id, fields(other), catalogue, now)).toBeNull();
  expect(await ofOther.check(id, { answer: 'kept' }, now)).toBeNull();
  expect(await ofOther.retire(id, { read: 'yes', why: 'The line was sold in spring.' }, now)).toBeNull();
  expect(await ofOther.restingOn([story.id], now)).toEqual([]);
  expect(await ofOther.add(fields(own), catalogue, now)).toMatchObject({
    ok: false,
    faults: { team: { fault: 'no-team' } },
  });
  expect((await ofOwn.list(null, now)).map((one) => one.id)).toEqual([id]);
});

test('nothing is retired before somebody ticked that the reason was read and said why it may go; then it counts and stays readable', async () => {
  const { db, own, house } = await aHouse();
  const id = await entered(house, own);
  expect(await house.retire(id, { read: '', why: 'old' }, now)).toEqual({
    ok: false,
    faults: { read: 'not-read', why: 'short-why' },
  });
  expect((await house.open(id, now))?.standing.status).toBe('kept');
  const before = await readSafeguardCounts(db, now - dayMs, now + dayMs);
  const why = 'The line that used them was sold in spring.';
  expect(await house.retire(id, { read: 'yes', why }, now + 1)).toEqual({ ok: true });
  const after = await readSafeguardCounts(db, now - dayMs, now + dayMs);
  expect(after.dropped.length).toBe(before.dropped.length + 1);
  expect(after.dropped).toEqual([{ title: 'Eight weeks of controllers', caseId: story.id, reasonRead: true }]);
  expect(await readPublicSafeguard(db, id, now + 2)).toMatchObject({ retired: { on: '2026-11-24', why } });
  expect(await house.takeUp(id, now + 3)).toBe(true);
  expect((await house.open(id, now + 4))?.standing.retired).toBeNull();
  expect(await actsOf(db)).toEqual(['added', 'retired', 'taken-up']);
});

test('a check says what was found and when; not kept or changed needs a word of how it is', async () => {
  const { own, house } = await aHouse();
  const id = await entered(house, own);
  expect(await house.check(id, { answer: 'not-kept' }, now + 1)).toEqual({ ok: false, fault: 'no-note' });
  expect(await house.check(id, { answer: 'kept', day: '2027-01-01' }, now + 1)).toEqual({
    ok: false,
    fault: 'bad-day',
  });
  expect(await house.check(id, { answer: 'kept', day: '2026-11-20', note: 'Counted.' }, now + 1)).toEqual({ ok: true });
  expect((await house.open(id, now + 2))?.standing.checkedOn).toBe('2026-11-20');
  await house.check(id, { answer: 'not-kept', note: 'The shelf is empty.' }, now + 3);
  expect((await house.open(id, now + 4))?.standing).toMatchObject({ status: 'overdue', overdue: 'not-kept' });
});

test('an owner who is erased or has left leaves the safeguard, and it says that its owner is missing', async () => {
  const { db, own, house } = await aHouse();
  const id = await entered(house, own);
  const of = await entered(house, own, { title: 'A second mill', owner: 'Jan' });
  await erasePerson(db, emailOf('Mei'), now);
  await db.updateTable('person').set({ leaves_on: '2026-11-20' }).where('email', '=', emailOf('Jan')).execute();
  expect((await house.open(id, now))?.owner).toBeNull();
  expect((await house.open(of, now))?.owner).toBeNull();
});

test('whoever stands before the machine is told the safeguard, its reason and its case, and nobody’s name', async () => {
  const { db, own, house } = await aHouse();
  const id = await entered(house, own);
  await house.check(id, { answer: 'kept', note: 'Counted with care.' }, now);
  const told = await readPublicSafeguard(db, id, now);
  expect(told).toEqual({
    ...{ title: 'Eight weeks of controllers', since: '2019-04-01', caseId: story.id, retired: null },
    reason: 'Whoever had none stood still for months.',
  });
  expect(await readPublicSafeguard(db, `${id}x`, now)).toBeNull();
  expect(await readPublicSafeguard(db, 'aaaaaaaaaaaa', now)).toBeNull();
});

test('a case that left the library is still the reason of what rested on it, also when its words are changed', async () => {
  const { own, house } = await aHouse();
  const id = await entered(house, own);
  const without = { ...catalogue, cases: catalogue.cases.filter((one) => one.id !== story.id) };
  const safeguard = await house.open(id, now);
  if (!safeguard) throw new Error('It is gone.');
  const draft = house.draftOf(safeguard, without);
  expect(draft.case).toBe(story.id);
  expect(await house.edit(id, { ...draft, title: 'Ten weeks of controllers' }, without, now)).toEqual({ ok: true, id });
});

test('the register leaves as a file with an address for each page, and a formula in it stays text', async () => {
  const { own, house } = await aHouse();
  const id = await entered(house, own, { title: '=cmd()' });
  const text = await house.file(catalogue, 'https://nodomoto.example', now);
  expect(text).toContain(`https://nodomoto.example/why/${id}`);
  expect(text).toContain("'=cmd()");
  expect(text).toContain(emailOf('Mei'));
});
