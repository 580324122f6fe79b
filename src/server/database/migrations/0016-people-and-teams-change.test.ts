import { Kysely } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { teamsOnce } from '#server/doctor/teams-once.ts';
import { sqliteMigrations } from '../migrations.ts';
import type { Tables } from '../schema.ts';
import { openSqlite } from '../sqlite.ts';
import { usualPatience } from '../usual-patience.ts';

const own = '0016-people-and-teams-change';

/** A store of the form before, with a team that was typed in three ways. */
async function aStoreOfBefore() {
  const { dialect, database } = openSqlite(':memory:', usualPatience);
  const db = new Kysely<Tables>({ dialect });
  onTestFinished(() => db.destroy());
  for (const [name, { up }] of Object.entries(sqliteMigrations)) if (name < own) await up(db);
  const names = ['Gas desk', 'Sales', 'gas\u00a0DESK', 'Gas\u200bdesk'];
  for (const [index, name] of names.entries())
    database
      .prepare("INSERT INTO team (id, name, zone, mail_time, created_at) VALUES (?, ?, 'Etc/UTC', '08:30', 0)")
      .run(index + 1, name);
  database.exec(`
    INSERT INTO person (id, team_id, name, email, role, zone, language, created_at)
      VALUES (1, 3, 'MÜLLER', 'm@x.example', 'buyer', 'Etc/UTC', 'en', 0);
    INSERT INTO erased_address (mark, key, erased_at) VALUES ('m', 'k', 7);
  `);
  return db;
}

test('teams that read alike all stay, the oldest with the name, and the doctor tells of the others', async () => {
  const db = await aStoreOfBefore();
  await sqliteMigrations[own]?.up(db);
  const teams = await db.selectFrom('team').select(['name', 'name_key']).orderBy('id').execute();
  expect(teams.map(({ name_key }) => name_key)).toEqual(['gas desk', 'sales', null, 'gasdesk']);
  expect(await teamsOnce(db)).toMatchObject({ grade: 'note', says: expect.stringContaining('"Gas desk"') });
  const people = await db.selectFrom('person').select(['name', 'name_key', 'team_id']).execute();
  expect(people).toEqual([{ name: 'MÜLLER', name_key: 'müller', team_id: 3 }]);
  expect(await db.selectFrom('erased_address').select(['why', 'unsubscribed_at']).execute()).toEqual([
    { why: 'asked', unsubscribed_at: null },
  ]);
});
