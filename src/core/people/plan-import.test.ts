import { expect, test } from 'vitest';
import type { ImportPlan } from './import-plan.ts';
import type { KnownPerson, ListedPerson } from './listed-person.ts';
import { type PlanImportInput, planImport } from './plan-import.ts';

const known = (id: number, name: string, teamId: number, more: Partial<KnownPerson> = {}): KnownPerson => ({
  id,
  name,
  teamId,
  email: `${name.toLowerCase()}@works.example`,
  hasLeft: false,
  role: 'buyer',
  zone: 'Europe/Berlin',
  language: 'en',
  staffNumber: null,
  joined: null,
  starts: null,
  leaves: null,
  away: null,
  shifts: null,
  holidays: null,
  ...more,
});

const listed = (line: number, name: string, team: string, more: Partial<ListedPerson> = {}): ListedPerson => ({
  line,
  name,
  team,
  email: `${name.toLowerCase()}@works.example`,
  ...more,
});

const motors = { id: 1, name: 'Motors' };
const fluids = { id: 2, name: 'Fluids' };
const nothingAnswered = { same: new Map(), renamed: new Map(), stays: new Set<number>() };

function planned(rows: ListedPerson[], people: KnownPerson[], more: Partial<PlanImportInput> = {}): ImportPlan {
  return planImport({
    rows,
    faulty: [],
    known: { people, teams: [motors, fluids], formerNames: [], formerAddresses: [] },
    today: '2026-11-30',
    isErased: () => false,
    mayChange: () => true,
    absence: 'teams',
    usual: { role: 'buyer', zone: 'Europe/Berlin', language: 'en', zoneOf: () => null },
    answers: nothingAnswered,
    ...more,
  });
}

const people = [known(1, 'Ana', 1), known(2, 'Ben', 1), known(3, 'Cem', 2), known(4, 'Dan', 2)];

test('a list that says what is known changes nothing', () => {
  const rows = [listed(2, 'Ana', 'Motors'), listed(3, 'Ben', 'Motors')];
  const plan = planned(rows, people.slice(0, 2));
  expect(plan).toMatchObject({ joined: [], changed: [], moved: [], left: [], unchanged: 2 });
});

test('who is new joins, who is in another team moves, and what changed is told with what it was', () => {
  const plan = planned(
    [listed(2, 'Ana', 'Fluids'), listed(3, 'Ben', 'Motors', { role: 'planner' }), listed(4, 'Eve', 'Motors')],
    people.slice(0, 2),
  );
  expect(plan.moved).toMatchObject([{ personId: 1, move: { from: motors, to: fluids } }]);
  expect(plan.changed).toMatchObject([{ personId: 2, fields: [{ field: 'role', from: 'buyer', to: 'planner' }] }]);
  expect(plan.joined).toMatchObject([{ email: 'eve@works.example', team: motors, role: 'buyer' }]);
});

test('who leaves depends on what the list speaks of: nobody, its own teams, or the whole house', () => {
  const rows = [listed(2, 'Ana', 'Motors')];
  const gone = (absence: PlanImportInput['absence']) => planned(rows, people, { absence }).left.map(({ name }) => name);
  expect(gone('nobody')).toEqual([]);
  expect(gone('teams')).toEqual(['Ben']);
  expect(gone('house')).toEqual(['Ben', 'Cem', 'Dan']);
});

test('who has left does not leave again, and comes back with what they knew when a list names them', () => {
  const left = known(1, 'Ana', 1, { hasLeft: true });
  expect(planned([listed(2, 'Ben', 'Motors')], [left, known(2, 'Ben', 1)]).left).toEqual([]);
  expect(planned([listed(2, 'Ana', 'Motors')], [left]).cameBack).toMatchObject([{ personId: 1, cameBack: true }]);
});

test('a team is the same however it is spelt', () => {
  const spellings = ['motors', 'MOTORS', 'Mo\u200btors', ' Motors\u00a0'];
  const rows = spellings.map((team, index) => listed(index + 2, `P${index}`, team));
  const plan = planned(rows, []);
  expect(plan.teamsMade).toEqual([]);
  expect(plan.joined.map(({ team }) => team.id)).toEqual([1, 1, 1, 1]);
});

test('a new team is made once, spelt and placed as most of its lines have it', () => {
  const rows = ['Gas desk', 'gas desk', 'Gas\u00a0desk', 'Gas desk'].map((team, index) =>
    listed(index + 2, `P${index}`, team, { zone: index === 1 ? 'Asia/Tokyo' : 'Europe/Rome' }),
  );
  const plan = planned(rows, []);
  expect(plan.teamsMade).toEqual([{ name: 'Gas desk', zone: 'Europe/Rome', sector: null, people: 4 }]);
  expect(new Set(plan.joined.map(({ team }) => team.name))).toEqual(new Set(['Gas desk']));
});

test('a changed address is asked about, by the staff number or by name and team, and until then does nothing', () => {
  const staff = [known(1, 'Ana', 1, { staffNumber: '00417' }), known(2, 'Ben', 1)];
  const rows = [
    listed(2, 'Ana Meyer', 'Motors', { email: 'ana.meyer@works.example', staffNumber: '00417' }),
    listed(3, 'BEN', 'Motors', { email: 'b.b@works.example' }),
  ];
  const plan = planned(rows, staff);
  expect(plan.sameDoubts).toMatchObject([
    { evidence: 'staff-number', known: { personId: 1 }, answer: null },
    { evidence: 'name-and-team', known: { personId: 2 }, answer: null },
  ]);
  expect(plan).toMatchObject({ joined: [], changed: [], left: [] });
  const [ana, ben] = plan.sameDoubts.map(({ key }) => key);
  const same = new Map([
    [ana ?? '', 'yes' as const],
    [ben ?? '', 'no' as const],
  ]);
  const settled = planned(rows, staff, { answers: { ...nothingAnswered, same } });
  expect(settled.changed).toMatchObject([{ personId: 1, newEmail: 'ana.meyer@works.example' }]);
  expect(settled.joined).toMatchObject([{ email: 'b.b@works.example' }]);
  expect(settled.left).toMatchObject([{ personId: 2 }]);
});

test('two who are called alike are never taken for one another', () => {
  const staff = [
    known(1, 'Yuki', 1, { email: 'y1@works.example' }),
    known(2, 'Yuki', 1, { email: 'y2@works.example' }),
  ];
  const plan = planned([listed(2, 'Yuki', 'Motors', { email: 'y3@works.example' })], staff);
  expect(plan.sameDoubts).toEqual([]);
});

test('a team whose people stand under a name that nobody knows has probably been renamed, and that is asked', () => {
  const rows = [listed(2, 'Ana', 'Drives'), listed(3, 'Ben', 'Drives')];
  const asked = planned(rows, people);
  expect(asked.renameDoubts).toMatchObject([{ team: motors, to: 'Drives', people: 2, of: 2, answer: null }]);
  const renamed = new Map([[asked.renameDoubts[0]?.key ?? '', 'yes' as const]]);
  const plan = planned(rows, people, { answers: { ...nothingAnswered, renamed } });
  expect(plan).toMatchObject({
    moved: [],
    teamsMade: [],
    unchanged: 2,
    teamsRenamed: [{ team: motors, to: 'Drives' }],
  });
});

test('who of a renamed team is not in the list has left it', () => {
  const three = [...people, known(5, 'Eve', 1)];
  const rows = [listed(2, 'Ana', 'Drives'), listed(3, 'Ben', 'Drives')];
  const renamed = new Map([[planned(rows, three).renameDoubts[0]?.key ?? '', 'yes' as const]]);
  expect(planned(rows, three, { answers: { ...nothingAnswered, renamed } }).left).toMatchObject([{ name: 'Eve' }]);
});

test('the same person twice, and not alike, is a fault of both lines and takes neither; alike they are taken once', () => {
  const flips = planned([listed(2, 'Ana', 'Motors'), listed(3, 'Ana', 'Fluids')], people);
  expect(flips.faults).toEqual([
    { line: 2, field: 'email', wrong: 'address-twice', said: '3' },
    { line: 3, field: 'email', wrong: 'address-twice', said: '2' },
  ]);
  expect(flips).toMatchObject({ moved: [], changed: [] });
  const alike = planned([listed(2, 'Ana', 'Motors'), listed(3, 'Ana', 'motors')], people);
  expect(alike).toMatchObject({ faults: [], repeated: [{ line: 3, first: 2 }], unchanged: 1 });
});

test('whoever a faulty line may be about is not taken for somebody who left', () => {
  const faulty = [{ line: 3, email: 'ben@works', name: 'ben', team: 'Motors', staffNumber: '' }];
  const plan = planned([listed(2, 'Ana', 'Motors')], people, { faulty });
  expect(plan).toMatchObject({ left: [], kept: [{ name: 'Ben' }] });
});

test('an address that was given to somebody else is refused by its line', () => {
  const staff = [known(1, 'Ana', 1, { staffNumber: '1' }), known(2, 'Ben', 1, { staffNumber: '2' })];
  const rows = [
    listed(2, 'Eve', 'Motors', { email: 'ana@works.example', staffNumber: '9' }),
    listed(3, 'Ana', 'Motors', { email: 'ben@works.example', staffNumber: '1' }),
  ];
  const plan = planned(rows, staff);
  expect(plan.faults.map(({ wrong }) => wrong)).toEqual(['address-of-another', 'two-people']);
  expect(plan.left).toEqual([]);
});

test('whoever was erased is not taken in again', () => {
  const plan = planned([listed(2, 'Ana', 'Motors')], [], { isErased: () => true });
  expect(plan).toMatchObject({ joined: [], erased: [{ line: 2, email: 'ana@works.example' }] });
});

test('a trainer of one team brings people of that team alone, and takes none from another', () => {
  const rows = [
    listed(2, 'Ana', 'Motors'),
    listed(3, 'Cem', 'Motors'),
    listed(4, 'Eve', 'Fluids'),
    listed(5, 'Fay', 'New'),
  ];
  const plan = planned(rows, people, { mayChange: (teamId) => teamId === 1, absence: 'house' });
  expect(plan.faults.map(({ line, wrong }) => `${line} ${wrong}`)).toEqual([
    '3 not-your-person',
    '4 not-your-team',
    '5 not-your-team',
  ]);
  expect(plan.left.map(({ name }) => name)).toEqual(['Ben']);
});

test('who joins without a role or a zone, and nothing usual to give them, is a fault; who is known keeps theirs', () => {
  const usual = { role: null, zone: null, language: 'en', zoneOf: () => null };
  const plan = planned([listed(2, 'Ana', 'Motors'), listed(3, 'Eve', 'Motors')], people.slice(0, 1), { usual });
  expect(plan).toMatchObject({ unchanged: 1, joined: [] });
  expect(plan.faults.map(({ line, field }) => `${line} ${field}`)).toEqual(['3 role', '3 zone']);
});
