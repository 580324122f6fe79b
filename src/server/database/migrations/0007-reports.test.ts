import { Kysely } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { openSqlite } from '../sqlite.ts';
import { usualPatience } from '../usual-patience.ts';
import { up as firstTables } from './0001-first-tables.ts';
import { up } from './0007-reports.ts';

test('a mail that left before is found by the token of its Message-ID, and one that did not has none', async () => {
  const { dialect, database } = openSqlite(':memory:', usualPatience);
  const db = new Kysely<unknown>({ dialect });
  onTestFinished(() => db.destroy());
  await firstTables(db);
  const token = '0123456789abcdef'.repeat(2);
  database.exec(`
    INSERT INTO message (id, purpose, address, state, due_at, expires_at, created_at, message_id)
      VALUES (1, 'nudge', 'mei@kazehaya.example', 'accepted', 0, 1, 0, '<${token}.g1@kazehaya.example>'),
             (2, 'nudge', 'mei@kazehaya.example', 'planned', 0, 1, 0, NULL);
  `);
  await up(db);
  const tokens = database.prepare('SELECT report_token FROM message ORDER BY id').all();
  expect(tokens.map(({ report_token: found }) => found)).toEqual([token, null]);
});
