import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { recordAnswer } from '#server/answers/record-answer.ts';
import type { Db } from '#server/database/open-database.ts';
import { planDueTeams } from '#server/nudges/plan-nudges.ts';
import { sendBlocker } from '#server/nudges/send-blocker.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { timesTried, withStore } from '#testing/a-database.ts';
import { aPlanner } from '#testing/a-plan.ts';
import { answerContext, aSentNudge } from '#testing/a-sent-nudge.ts';
import { aTeamInStore, personIdOf } from '#testing/a-team-in-database.ts';
import { importCsv } from './import-csv.ts';
import { changePerson, comeBack, letLeave, moveTo } from './person-life.ts';
import { endTeam, mergeTeams, renameTeam, reopenTeam } from './team-life.ts';

/** A Tuesday, an hour before the mail. */
const start = Date.parse('2026-11-24T07:30:00Z');
const names = ['Ana', 'Ben', 'Cem'] as const;

type World = { db: Db; people: readonly number[]; teams: readonly number[]; now: number; firstList: string };

const pick = <T>(from: readonly T[], at: number): T => from[at % from.length] as T;
const dayOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);

/** What a house does, each with two numbers that say to whom. */
const steps = {
  leave: ({ db, people, now }: World, a: number, b: number) =>
    letLeave(db, pick(people, a), dayOf(now + (b - 4) * dayMs), now),
  back: ({ db, people, now }: World, a: number) => comeBack(db, pick(people, a), now),
  move: ({ db, people, teams }: World, a: number, b: number) => moveTo(db, pick(people, a), pick(teams, b)),
  address: ({ db, people, now }: World, a: number, b: number) =>
    changePerson(db, pick(people, a), { email: `x${b}@x.example` }, now),
  away: ({ db, people, now }: World, a: number, b: number) =>
    changePerson(db, pick(people, a), { away_until: dayOf(now + (b - 4) * dayMs) }, now),
  rename: ({ db, teams }: World, a: number, b: number) => renameTeam(db, pick(teams, a), `Team ${b}`),
  merge: ({ db, teams, now }: World, a: number, b: number) => mergeTeams(db, pick(teams, a), pick(teams, b), now),
  end: ({ db, teams, now }: World, a: number) => endTeam(db, pick(teams, a), now),
  reopen: ({ db, teams }: World, a: number) => reopenTeam(db, pick(teams, a)),
  list: ({ db, now, firstList: text }: World) =>
    importCsv(db, { text, vocabulary: aCatalogue().vocabulary, now, dryRun: false, prune: false }),
};

const lives = fc.array(
  fc.record({ step: fc.constantFrom(...(Object.keys(steps) as (keyof typeof steps)[])), a: fc.nat(8), b: fc.nat(8) }),
  { minLength: 1, maxLength: 8 },
);

async function aWorld(db: Db): Promise<World> {
  await aTeamInStore(db, names, start - 30 * dayMs);
  const people = await Promise.all(names.map((name) => personIdOf(db, name)));
  for (const name of names) {
    const { token } = await aSentNudge(db, name, start - 20 * dayMs);
    await recordAnswer(answerContext(db), token, { choice: 'b', sureness: 'sure' }, start - 20 * dayMs);
  }
  const lines = [
    'Sales,New,new@x.example,buyer,Etc/UTC',
    'motors,Ana,ana@kazehaya.example,buyer,Etc/UTC',
    'Brakes,Ben,ben@kazehaya.example,buyer,Etc/UTC',
  ];
  const firstList = ['team,name,email,role,zone', ...lines].join('\n');
  await importCsv(db, {
    text: [
      'team,name,email,role,zone',
      'Sales,New,new@x.example,buyer,Etc/UTC',
      'Brakes,Neu,neu@x.example,buyer,Etc/UTC',
    ].join('\n'),
    vocabulary: aCatalogue().vocabulary,
    now: start,
    dryRun: false,
    prune: false,
  });
  const teams = (await db.selectFrom('team').select('id').orderBy('id').execute()).map(({ id }) => id);
  return { db, people, teams, now: start, firstList };
}

test('however people leave, come back, move, are renamed, listed again and merged: answers stay with their person, nobody is there twice, and nobody is planned or mailed who is not there', async () => {
  await fc.assert(
    fc.asyncProperty(lives, async (life) => {
      await withStore(async (db) => {
        const world = await aWorld(db);
        const before = await answersByPerson(db);
        for (const [index, { step, a, b }] of life.entries()) {
          world.now = start + index * dayMs;
          await steps[step](world, a, b);
          // A plan is dear: one in the midst of it, and one at the end.
          if (index === 1) await planDueTeams(aPlanner(db), world.now);
          await nobodyIsMailedWhoIsNotThere(world);
        }
        world.now += dayMs;
        await planDueTeams(aPlanner(db), world.now);
        await nobodyIsMailedWhoIsNotThere(world);
        expect(await answersByPerson(db)).toEqual(before);
        const everybody = await db.selectFrom('person').select(['email', 'name']).execute();
        expect(new Set(everybody.map(({ email }) => email)).size).toBe(everybody.length);
        expect(everybody.map(({ name }) => name).filter((name) => name === 'Ana')).toHaveLength(1);
        expect(everybody.length).toBeLessThanOrEqual(names.length + 3);
      });
    }),
    { numRuns: timesTried(12) },
  );
});

function answersByPerson(db: Db) {
  return db
    .selectFrom('answer')
    .innerJoin('nudge', 'nudge.id', 'answer.nudge_id')
    .select(['answer.id', 'nudge.person_id'])
    .where('answer.answered_at', '<', start)
    .orderBy('answer.id')
    .execute();
}

/** Of what may still leave, either its day is one on which its reader works in a team that goes on, or the last question before sending stops it. */
async function nobodyIsMailedWhoIsNotThere({ db, now }: World): Promise<void> {
  const waiting = await db
    .selectFrom('message')
    .innerJoin('nudge', 'nudge.message_id', 'message.id')
    .innerJoin('person', 'person.id', 'nudge.person_id')
    .innerJoin('team', 'team.id', 'person.team_id')
    .selectAll('message')
    .select(['nudge.local_date', 'person.leaves_on', 'person.away_until', 'team.ended_on'])
    .where('message.state', '=', 'planned')
    .execute();
  for (const { local_date, leaves_on, away_until, ended_on, ...message } of waiting) {
    expect(leaves_on === null || local_date <= leaves_on, `planned for ${local_date}, left on ${leaves_on}`).toBe(true);
    expect(away_until === null || away_until < local_date, `planned for ${local_date}, away until ${away_until}`).toBe(
      true,
    );
    expect(ended_on === null || (await sendBlocker(db, message, now)) !== null).toBe(true);
  }
}
