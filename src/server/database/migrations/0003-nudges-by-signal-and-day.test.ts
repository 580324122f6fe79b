import { Kysely } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { openSqlite } from '../sqlite.ts';
import { usualPatience } from '../usual-patience.ts';
import { up as firstTables } from './0001-first-tables.ts';
import { up as profilesSignalsCalibration } from './0002-profiles-signals-calibration.ts';
import { up } from './0003-nudges-by-signal-and-day.ts';

/** A store of the form before, with two nudges, of which the newest has an answer, and a third that was erased. */
async function aStoreOfBefore() {
  const { dialect, database } = openSqlite(':memory:', usualPatience);
  const db = new Kysely<unknown>({ dialect });
  onTestFinished(() => db.destroy());
  await firstTables(db);
  await profilesSignalsCalibration(db);
  database.exec(`
    INSERT INTO team (id, name, zone, mail_time, created_at) VALUES (1, 'Motors', 'Etc/UTC', '08:30', 0);
    INSERT INTO person (id, team_id, name, email, role, zone, pace, language, created_at)
      VALUES (1, 1, 'Mei', 'mei@kazehaya.example', 'buyer', 'Etc/UTC', 'weekly', 'en', 0);
  `);
  const occasions = [{ kind: 'memory' }, { kind: 'signal', signalId: 7 }, { kind: 'memory' }];
  for (const [index, occasion] of occasions.entries()) {
    const id = index + 1;
    const explanation = JSON.stringify({ reasons: [], occasion });
    database.exec(`
      INSERT INTO message (id, purpose, person_id, address, state, due_at, expires_at, created_at)
        VALUES (${id}, 'nudge', 1, 'mei@kazehaya.example', 'accepted', 0, 1, 0);
      INSERT INTO nudge (id, message_id, person_id, local_date, kind, lesson_id, case_id, question_id, explanation, closes_at)
        VALUES (${id}, ${id}, 1, '2026-11-2${id}', 'case', 'l', 'c', 'q', '${explanation}', 9);
    `);
  }
  database.exec(`
    INSERT INTO answer (nudge_id, choice, "right", sureness, answered_at) VALUES (2, 'a', 1, 'sure', 5);
    DELETE FROM nudge WHERE id = 3;
    PRAGMA foreign_keys = OFF;
  `);
  return { db, database };
}

test('every nudge keeps its id and its answers, holds its day, and names its signal', async () => {
  const { db, database } = await aStoreOfBefore();
  await up(db);
  const rows = database.prepare('SELECT id, local_date, day_taken, signal_id FROM nudge ORDER BY id').all();
  expect(rows.map((row) => ({ ...row }))).toEqual([
    { id: 1, local_date: '2026-11-21', day_taken: '2026-11-21', signal_id: null },
    { id: 2, local_date: '2026-11-22', day_taken: '2026-11-22', signal_id: 7 },
  ]);
  expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
});

test('an id that was erased before is not given out again: a link in somebody’s mail bears it', async () => {
  const { db, database } = await aStoreOfBefore();
  await up(db);
  database.exec(`
    INSERT INTO nudge (message_id, person_id, local_date, day_taken, kind, lesson_id, case_id, question_id, explanation, closes_at)
      VALUES (3, 1, '2026-11-24', '2026-11-24', 'case', 'l', 'c', 'q', '{}', 9);
  `);
  expect(database.prepare('SELECT max(id) AS id FROM nudge').get()).toMatchObject({ id: 4 });
});

test('the nudges of a signal are found by an index', async () => {
  const { db, database } = await aStoreOfBefore();
  await up(db);
  const plan = database.prepare('EXPLAIN QUERY PLAN SELECT id FROM nudge WHERE signal_id = 7').all();
  expect(JSON.stringify(plan)).toContain('nudge_by_signal');
});
