import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ImportAnswers, ImportPlan, PersonChange, PlannedTeam } from './import-plan.ts';
import type { KnownPerson, KnownTeam, ListedPerson } from './listed-person.ts';
import { planImport } from './plan-import.ts';
import { nameKey } from './same-name.ts';

type World = { people: KnownPerson[]; teams: KnownTeam[] };

const names = ['Ana', 'Ben', 'ana', 'Cem', 'Dan', 'Eve'];
const teamNames = ['Motors', 'motors', 'Fluids', 'Drives', 'Gas desk', 'GAS DESK'];
const addresses = Array.from({ length: 9 }, (_, index) => `p${index}@works.example`);

const aRow = fc.record({
  name: fc.constantFrom(...names),
  team: fc.constantFrom(...teamNames),
  email: fc.constantFrom(...addresses),
  staffNumber: fc.constantFrom(undefined, null, '1', '2', '3', '4'),
  role: fc.constantFrom(undefined, 'buyer', 'planner'),
});
const rowsOf = fc
  .array(aRow, { maxLength: 9 })
  .map((rows): ListedPerson[] => rows.map((row, index) => ({ ...row, line: index + 2 })));

const aWorld: fc.Arbitrary<World> = fc
  .uniqueArray(
    fc.record({
      name: fc.constantFrom(...names),
      email: fc.constantFrom(...addresses),
      teamId: fc.integer({ min: 1, max: 3 }),
      hasLeft: fc.boolean(),
    }),
    { selector: ({ email }) => email, maxLength: 7 },
  )
  .map((people) => ({
    teams: [
      { id: 1, name: 'Motors' },
      { id: 2, name: 'Fluids' },
      { id: 3, name: 'Old desk' },
    ],
    people: people.map((person, index) => ({
      ...person,
      id: index + 1,
      // Each number belongs to one, as the store holds it.
      staffNumber: index % 2 === 0 ? String(index + 1) : null,
      role: 'buyer',
      zone: 'Etc/UTC',
      language: 'en',
      joined: null,
      starts: null,
      leaves: null,
      away: null,
      shifts: null,
      holidays: null,
    })),
  }));

const anAbsence = fc.constantFrom('nobody' as const, 'teams' as const, 'house' as const);
const anAnswer = fc.constantFrom('yes' as const, 'no' as const);

function planFor(
  rows: readonly ListedPerson[],
  known: World,
  absence: 'nobody' | 'teams' | 'house',
  answers: ImportAnswers,
) {
  return planImport({
    rows,
    faulty: [],
    known: { ...known, formerNames: [], formerAddresses: [] },
    today: '2026-11-30',
    isErased: (email) => email === addresses[8],
    mayChange: () => true,
    absence,
    usual: { role: 'buyer', zone: 'Etc/UTC', language: 'en', zoneOf: () => 'Etc/UTC' },
    answers,
  });
}

const noAnswers: ImportAnswers = { same: new Map(), renamed: new Map(), stays: new Set() };

/** Answers every question the same way; a rename that was answered may bring others. */
function answered(
  rows: readonly ListedPerson[],
  known: World,
  absence: 'nobody' | 'teams' | 'house',
  by: 'yes' | 'no',
) {
  let answers = noAnswers;
  for (let round = 0; round < 4; round += 1) {
    const { sameDoubts, renameDoubts } = planFor(rows, known, absence, answers);
    answers = {
      stays: new Set(),
      same: new Map([...answers.same, ...sameDoubts.map(({ key }) => [key, by] as const)]),
      renamed: new Map([...answers.renamed, ...renameDoubts.map(({ key }) => [key, by] as const)]),
    };
  }
  return answers;
}

/** The world after a plan, as the store would be. */
function after(known: World, plan: ImportPlan): World {
  const renamed = new Map(plan.teamsRenamed.map(({ team, to }) => [team.id, to]));
  const kept = known.teams.map((team) => ({ ...team, name: renamed.get(team.id) ?? team.name }));
  const made = plan.teamsMade.map(({ name }, index) => ({ id: 100 + index, name }));
  const teams = [...kept, ...made];
  const idOf = (team: PlannedTeam) => team.id ?? made.find(({ name }) => name === team.name)?.id ?? 0;
  const changes = new Map<number, PersonChange>(
    [...plan.changed, ...plan.moved, ...plan.cameBack].map((change) => [change.personId, change]),
  );
  const left = new Set(plan.left.map(({ personId }) => personId));
  const people = known.people.map((person): KnownPerson => {
    if (left.has(person.id)) return { ...person, hasLeft: true };
    const change = changes.get(person.id);
    if (!change) return person;
    const fields = Object.fromEntries(change.fields.map(({ field, to }) => [field, to]));
    const teamId = change.move ? idOf(change.move.to) : person.teamId;
    return { ...person, ...fields, teamId, email: change.newEmail ?? person.email, hasLeft: false };
  });
  const joined = plan.joined.map((one, index) => ({
    ...one,
    id: 1000 + index,
    teamId: idOf(one.team),
    hasLeft: false,
  }));
  return { teams, people: [...people, ...joined] };
}

const shapeOf = ({ joined, left, kept, unchanged, teamsMade, teamsRenamed, ...plan }: ImportPlan) => ({
  joined: joined.map(({ email, team, role }) => `${email} ${nameKey(team.name)} ${role}`).sort(),
  changes: [...plan.changed, ...plan.moved, ...plan.cameBack]
    .map(({ personId, newEmail, move }) => `${personId} ${newEmail} ${move?.to.name}`)
    .sort(),
  left: left.map(({ email }) => email).sort(),
  kept: kept.map(({ email }) => email).sort(),
  teams: [...teamsMade.map(({ name }) => name), ...teamsRenamed.map(({ to }) => to)].sort(),
  doubts: [...plan.sameDoubts, ...plan.renameDoubts].map(({ key }) => key).sort(),
  faults: plan.faults.map(({ wrong }) => wrong).sort(),
  unchanged,
});

test('the order of lines changes nothing', () => {
  const shuffled = rowsOf.chain((rows) =>
    fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
  );
  fc.assert(
    fc.property(shuffled, aWorld, anAbsence, anAnswer, ([rows, others], known, absence, by) => {
      const answers = answered(rows, known, absence, by);
      const renumbered = others.map((row, index) => ({ ...row, line: index + 2 }));
      expect(shapeOf(planFor(renumbered, known, absence, answers))).toEqual(
        shapeOf(planFor(rows, known, absence, answers)),
      );
    }),
    { numRuns: 200 },
  );
});

test('a list without faults that was taken in changes nothing when it comes again', () => {
  fc.assert(
    fc.property(rowsOf, aWorld, anAbsence, anAnswer, (rows, known, absence, by) => {
      const answers = answered(rows, known, absence, by);
      const plan = planFor(rows, known, absence, answers);
      // A line that was refused because of another may be good once that one was taken.
      fc.pre(plan.faults.length === 0);
      const world = after(known, plan);
      const again = planFor(rows, world, absence, answers);
      expect(shapeOf(again)).toMatchObject({ joined: [], changes: [], left: [], teams: [] });
    }),
    { numRuns: 200 },
  );
});

test('nobody is lost: each line has one fate, and so has each person whom the list speaks of', () => {
  fc.assert(
    fc.property(
      rowsOf,
      aWorld,
      anAbsence,
      fc.constantFrom('yes' as const, 'no' as const, null),
      (rows, known, absence, by) => {
        const answers = by === null ? noAnswers : answered(rows, known, absence, by);
        const plan = planFor(rows, known, absence, answers);
        const changes = [...plan.changed, ...plan.moved, ...plan.cameBack];
        const fates = [
          ...plan.joined.map(({ line }) => line),
          ...changes.map(({ row }) => row.line),
          ...plan.sameDoubts.filter(({ answer }) => answer === null).map(({ line }) => line),
          ...plan.erased.map(({ line }) => line),
          ...plan.repeated.map(({ line }) => line),
          ...new Set(plan.faults.map(({ line }) => line)),
        ];
        expect(new Set(fates).size).toBe(fates.length);
        expect(fates.length + plan.unchanged).toBe(rows.length);
        const gone = plan.left.map(({ personId }) => personId);
        expect(gone.filter((id) => changes.some(({ personId }) => personId === id))).toEqual([]);
        const world = after(known, plan);
        expect(new Set(world.people.map(({ email }) => email)).size).toBe(world.people.length);
        if (absence === 'house') {
          const inPost = world.people.filter(({ hasLeft }) => !hasLeft).map(({ email }) => email);
          const spoken = new Set([
            ...rows.map(({ email }) => email),
            ...plan.kept.map(({ email }) => email),
            ...plan.sameDoubts.map(({ known: { email } }) => email),
          ]);
          expect(inPost.filter((email) => !spoken.has(email))).toEqual([]);
        }
      },
    ),
    { numRuns: 200 },
  );
});
