import { expect, test } from 'vitest';
import type { Db } from '#server/database/open-database.ts';
import { importCsv } from '#server/people/import-csv.ts';
import { mergeTeams } from '#server/people/team-life.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { previewOfMerge } from './merge-preview.ts';

const now = Date.parse('2026-11-24T06:00:00Z');

async function take(db: Db, text: string) {
  const { vocabulary } = aCatalogue();
  expect(await importCsv(db, { text, vocabulary, now, dryRun: false, prune: false })).toMatchObject({ ok: true });
}

async function assign(db: Db, teamId: number, moduleId: string, whom: 'team' | 'roles' | 'people') {
  const days = { due_on: '2026-12-18', from_on: '2026-11-24' };
  await db
    .insertInto('assignment')
    .values({ team_id: teamId, module_id: moduleId, whom, ...days, assigned_by: 'a@x.example', assigned_at: now })
    .execute();
}

async function twoTeams() {
  const db = await aStore();
  await aTeamInStore(db, ['Ana'], now);
  await take(db, 'team,name,email,role,zone\nSales,Ben,ben@x.example,buyer,Etc/UTC');
  await take(db, 'team,item,share\nSales,BRAKE controller,0.1\nSales,Valves,0.4');
  await take(db, 'team,trainers\nSales,t@x.example; u@x.example\nMotors,u@x.example');
  const find = (name: string) => db.selectFrom('team').selectAll().where('name', '=', name).executeTakeFirstOrThrow();
  return { db, from: await find('Sales'), into: await find('Motors') };
}

test('all that a merge does is named: who comes and sees, what is dropped, and who gets which module that they had not', async () => {
  const { db, from, into } = await twoTeams();
  await assign(db, from.id, 'first-week', 'team');
  await assign(db, into.id, 'first-week', 'team');
  await assign(db, from.id, 'second-week', 'roles');
  await assign(db, from.id, 'third-week', 'people');
  await assign(db, into.id, 'fourth-week', 'team');
  expect(await previewOfMerge(db, from, into)).toEqual({
    from: { id: from.id, name: 'Sales' },
    into: { id: into.id, name: 'Motors' },
    people: 1,
    items: 1,
    dropped: ['BRAKE controller'],
    trainers: ['t@x.example'],
    assignments: 1,
    joined: ['first-week'],
    newHere: ['second-week'],
    newThere: ['fourth-week'],
    signals: 0,
  });
});

test('what it names as dropped is what the merge drops, and no more', async () => {
  const { db, from, into } = await twoTeams();
  const before = await db.selectFrom('exposure').select('name').execute();
  const { dropped } = await previewOfMerge(db, from, into);
  await mergeTeams(db, from.id, into.id, now);
  const after = await db.selectFrom('exposure').select('name').execute();
  const left = before.filter(({ name }) => !after.some((item) => item.name === name)).map(({ name }) => name);
  expect(left).toEqual(dropped);
});
