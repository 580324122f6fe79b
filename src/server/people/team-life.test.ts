import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { nameKey } from '#core/people/same-name.ts';
import type { Db } from '#server/database/open-database.ts';
import { planDueTeams } from '#server/nudges/plan-nudges.ts';
import { allTeamIds } from '#server/nudges/read-teams.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { aPlanner } from '#testing/a-plan.ts';
import { aSentNudge } from '#testing/a-sent-nudge.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { importCsv } from './import-csv.ts';
import { endTeam, mergeTeams, renameTeam, reopenTeam } from './team-life.ts';

/** A Tuesday, an hour before the mail. */
const now = Date.parse('2026-11-24T07:30:00Z');

async function taken(db: Db, text: string) {
  return importCsv(db, { text, vocabulary: aCatalogue().vocabulary, now, dryRun: false, prune: false });
}

const personLine = (team: string, name: string) => `${team},${name},${name.toLowerCase()}@x.example,buyer,Etc/UTC`;
const people = (lines: string[]) => ['team,name,email,role,zone', ...lines].join('\n');

const teamNames = async (db: Db) =>
  (await db.selectFrom('team').select('name').orderBy('id').execute()).map(({ name }) => name);

async function assigned(db: Db, teamId: number, moduleId: string): Promise<number> {
  const { id } = await db
    .insertInto('assignment')
    .values({
      team_id: teamId,
      module_id: moduleId,
      due_on: '2026-12-24',
      from_on: '2026-11-24',
      assigned_by: 'head@x.example',
      assigned_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

test('people, teams and exposures that name one team in many ways are taken into one, shown as first typed', async () => {
  const db = await aStore();
  const ways = [
    'Gas desk',
    'gas desk',
    'Gas\u00a0desk',
    'GAS\u200b DESK',
    '㈱物流～名古屋',
    '(株)物流〜名古屋',
    'Satın Alma İzmir',
    'SATIN ALMA İZMİR',
  ];
  const outcome = await taken(db, people(ways.map((team, index) => personLine(team, `P${index}`))));
  expect(outcome).toMatchObject({ ok: true, teamsAdded: ['Gas desk', '㈱物流～名古屋', 'Satın Alma İzmir'] });
  await taken(db, 'team,zone,sector\ngas\u00a0DESK,Asia/Tokyo,');
  await taken(db, 'team,item\nGAS desk,Brake controller\n㈱物流〜名古屋,Valves');
  expect(await teamNames(db)).toEqual(['Gas desk', '㈱物流～名古屋', 'Satın Alma İzmir']);
  expect(await taken(db, 'team,item\nGas desk,Valves\ngas desk,Valves')).toMatchObject({ ok: false });
  const counts = await db
    .selectFrom('person')
    .select((eb) => ['team_id', eb.fn.countAll<number>().as('people')])
    .groupBy('team_id')
    .orderBy('team_id')
    .execute();
  expect(counts.map(({ people }) => people)).toEqual([4, 2, 2]);
});

test('a renamed team keeps all that is its own, and lists that use the old name mean it', async () => {
  const db = await aStore();
  const team = await aTeamInStore(db, ['Ana', 'Ben'], now - dayMs);
  await assigned(db, team.id, 'first-week');
  expect(await renameTeam(db, team.id, 'Drives')).toEqual({ ok: true });
  expect((await planDueTeams(aPlanner(db), now)).flatMap(({ choices }) => choices)).not.toEqual([]);
  await taken(db, people([personLine('MOTORS', 'Cem')]));
  expect(await teamNames(db)).toEqual(['Drives']);
  expect(await db.selectFrom('person').select('team_id').distinct().execute()).toEqual([{ team_id: team.id }]);
  expect(await db.selectFrom('exposure').select('team_id').execute()).toEqual([{ team_id: team.id }]);
  await renameTeam(db, team.id, 'Motors');
  expect(await db.selectFrom('former_team_name').select('name').execute()).toEqual([{ name: 'Drives' }]);
});

test('a team is not given the name of another, but may be typed anew', async () => {
  const db = await aStore();
  const team = await aTeamInStore(db, ['Ana'], now);
  await taken(db, people([personLine('Sales', 'Ben')]));
  const sales = await db.selectFrom('team').select('id').where('name', '=', 'Sales').executeTakeFirstOrThrow();
  expect(await renameTeam(db, sales.id, ' motors ')).toEqual({ ok: false, reason: 'name-taken', takenBy: team.id });
  expect(await renameTeam(db, sales.id, 'SALES')).toEqual({ ok: true });
  expect(await teamNames(db)).toEqual(['Motors', 'SALES']);
  await expect(
    db
      .insertInto('team')
      .values({ name: 'x', name_key: nameKey('sales'), zone: 'Etc/UTC', mail_time: '08:30', created_at: now })
      .execute(),
  ).rejects.toThrow();
});

test('of two merged teams the second has the people, each item once, the trainers, the safeguards and what runs; the first is past', async () => {
  const db = await aStore();
  const into = await aTeamInStore(db, ['Ana'], now);
  await taken(db, people([personLine('Sales', 'Ben')]));
  await taken(db, 'team,item,share\nSales,BRAKE controller,0.1\nSales,Valves,0.4\nMotors,Bolts,0.2');
  await taken(
    db,
    'team,routes,trainers\nSales,Suez Canal; Rhine,t@x.example\nMotors,Suez Canal,t@x.example; u@x.example',
  );
  const { id: from } = await db.selectFrom('team').select('id').where('name', '=', 'Sales').executeTakeFirstOrThrow();
  const both = [await assigned(db, into.id, 'first-week'), await assigned(db, from, 'first-week')];
  const onlyFrom = await assigned(db, from, 'second-week');
  const kept = { title: 'Stock', owner_id: null, since: '2026-01-01', case_id: 'naka', reason: 'It burned.' };
  await db
    .insertInto('safeguard')
    .values({ ...kept, id: 'stock', team_id: from })
    .execute();
  const { nudgeId } = await aSentNudge(db, 'Ana', now);
  await db.updateTable('nudge').set({ assignment_id: both[1] }).where('id', '=', nudgeId).execute();
  expect(await mergeTeams(db, from, into.id, now)).toEqual({ ok: true });
  expect(await db.selectFrom('safeguard').select('team_id').execute()).toEqual([{ team_id: into.id }]);
  expect(await db.selectFrom('person').select('team_id').distinct().execute()).toEqual([{ team_id: into.id }]);
  const items = await db.selectFrom('exposure').select(['name', 'share', 'team_id']).orderBy('name').execute();
  expect(items).toEqual([
    { name: 'Bolts', share: 0.2, team_id: into.id },
    { name: 'Brake controller', share: 0.9, team_id: into.id },
    { name: 'Valves', share: 0.4, team_id: into.id },
  ]);
  expect(
    await db.selectFrom('team_trainer').select('email').where('team_id', '=', into.id).orderBy('email').execute(),
  ).toHaveLength(2);
  expect(await db.selectFrom('team_link').select('team_id').execute()).toEqual([
    { team_id: into.id },
    { team_id: into.id },
  ]);
  const running = await db
    .selectFrom('assignment')
    .select('id')
    .where('team_id', '=', into.id)
    .where('withdrawn_at', 'is', null)
    .orderBy('id')
    .execute();
  expect(running.map(({ id }) => id)).toEqual([both[0], onlyFrom]);
  expect(await db.selectFrom('nudge').select('assignment_id').execute()).toEqual([{ assignment_id: both[0] }]);
  expect(await allTeamIds(db)).toEqual([into.id]);
  await taken(db, people([personLine('sales', 'Cem')]));
  expect(await allTeamIds(db)).toEqual([into.id]);
  expect(await mergeTeams(db, into.id, into.id, now)).toEqual({ ok: false, reason: 'same' });
  expect(await mergeTeams(db, into.id, from, now)).toEqual({ ok: false, reason: 'ended' });
});

test('a team that ended mails nobody, keeps its past, and may be opened again', async () => {
  const db = await aStore();
  const team = await aTeamInStore(db, ['Ana', 'Ben'], now - dayMs);
  await aSentNudge(db, 'Ana', now - 10 * dayMs);
  const { messageId } = await aSentNudge(db, 'Ben', now, { state: 'planned' });
  await assigned(db, team.id, 'first-week');
  expect(await endTeam(db, team.id, now)).toEqual({ ok: true });
  expect(await planDueTeams(aPlanner(db), now)).toEqual([]);
  expect(await db.selectFrom('message').select('state').where('id', '=', messageId).execute()).toEqual([
    { state: 'cancelled' },
  ]);
  expect(await db.selectFrom('assignment').select('withdrawn_at').execute()).toEqual([{ withdrawn_at: now }]);
  expect(await db.selectFrom('nudge').select('id').execute()).toHaveLength(2);
  await taken(db, people([personLine('Motors', 'Cem')]));
  expect(await planDueTeams(aPlanner(db), now)).toEqual([]);
  await reopenTeam(db, team.id);
  expect((await planDueTeams(aPlanner(db), now)).flatMap(({ choices }) => choices)).not.toEqual([]);
});
