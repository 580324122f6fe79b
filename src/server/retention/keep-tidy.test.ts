import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { recordAnswer } from '#server/answers/record-answer.ts';
import type { Db } from '#server/database/open-database.ts';
import { noteAccess } from '#server/desk/access-log.ts';
import { aStore } from '#testing/a-database.ts';
import { aLog } from '#testing/a-log.ts';
import { answerContext, aSentNudge } from '#testing/a-sent-nudge.ts';
import { aSessionRow } from '#testing/a-signed-in-trainer.ts';
import { aTeamInStore, emailOf } from '#testing/a-team-in-database.ts';
import { countOld } from './cut-old.ts';
import { keepTidy, readLastRetention } from './keep-tidy.ts';
import { cutoffsAt } from './periods.ts';

const now = Date.parse('2026-11-24T08:30:00Z');
const keep = { answerMonths: 24, leaverDays: 90, signInDays: 30, accessMonths: 12 };
const longAgo = Date.parse('2024-11-10T08:30:00Z');
const lately = Date.parse('2024-12-10T08:30:00Z');

function tidied(db: Db, at = now, isPaused = false) {
  const { log, lines } = aLog();
  const place = { db, dataDir: ':memory:', databaseUrl: null };
  const stopping = new AbortController().signal;
  return { lines, work: { place, keep, log, clock: () => at, stopping, isPaused: async () => isPaused } };
}

/** Of each kind one thing that has been kept for its time, and one that has not. */
async function aFirmWithAPast(): Promise<Db> {
  const db = await aStore();
  const team = await aTeamInStore(db, ['Ana', 'Ben', 'Cem'], longAgo);
  for (const at of [longAgo, lately]) {
    const { token, messageId } = await aSentNudge(db, 'Ana', at);
    await recordAnswer(answerContext(db), token, { choice: 'b', sureness: 'sure' }, at);
    await db.updateTable('message').set({ reply: '250 ok' }).where('id', '=', messageId).execute();
  }
  for (const [name, leaves_on] of [
    ['Ben', '2026-08-25'],
    ['Cem', '2026-08-26'],
  ] as const)
    await db.updateTable('person').set({ leaves_on }).where('email', '=', emailOf(name)).execute();
  for (const [token_hash, days] of [
    ['old', 31],
    ['new', 29],
  ] as const) {
    const [email, at] = ['head@kazehaya.example', now - days * dayMs];
    await db
      .insertInto('sign_in')
      .values({ token_hash, email, browser_hash: '', code_hash: '', expires_at: at, used_at: at })
      .execute();
    await db
      .insertInto('session')
      .values(aSessionRow(token_hash, email, at))
      .execute();
  }
  for (const months of [13, 11])
    await noteAccess(
      db,
      { who: 'head@kazehaya.example', act: 'saw-names', teamId: null, subject: null },
      now - months * 31 * dayMs,
    );
  for (const at of [longAgo, lately]) {
    const day = new Date(at).toISOString().slice(0, 10);
    const made = { made_by: 'head@kazehaya.example', made_at: at, from_on: day, until_on: day };
    await db
      .insertInto('signal')
      .values({ ...made, topic: 'input', word: 'valves', note: '' })
      .execute();
    await db
      .insertInto('assignment')
      .values({
        team_id: team.id,
        module_id: day,
        due_on: day,
        from_on: day,
        assigned_by: 'head@kazehaya.example',
        assigned_at: at,
        withdrawn_at: at,
      })
      .execute();
  }
  return db;
}

const expected = { people: 1, looks: 1, answers: 1, mails: 1, signIns: 1, sessions: 1, signals: 1, assignments: 1 };

test('once a day what has been kept for its time is cut, and nothing that has not', async () => {
  const db = await aFirmWithAPast();
  expect(await countOld(db, cutoffsAt(keep, now))).toMatchObject(expected);
  const { work, lines } = tidied(db);
  await keepTidy(work);
  expect(lines().at(-1)).toMatchObject({ event: 'retention-done', people: 1, answers: 1, mails: 1 });
  expect(await countOld(db, cutoffsAt(keep, now))).toMatchObject({
    people: 0,
    answers: 0,
    mails: 0,
    signIns: 0,
    imports: 0,
    texts: 0,
  });
  for (const table of ['nudge', 'answer', 'message', 'sign_in', 'session', 'signal', 'assignment'] as const)
    expect(await db.selectFrom(table).selectAll().execute(), table).toHaveLength(1);
  expect(await db.selectFrom('person').select('name').orderBy('name').execute()).toEqual([
    { name: 'Ana' },
    { name: 'Cem' },
  ]);
  expect(await db.selectFrom('memory').select('answers').execute(), 'what it says of memory stays').toEqual([
    { answers: 2 },
  ]);
  expect(await readLastRetention(db)).toBe(now);
});

test('it is not done again on the same day, and is on the next', async () => {
  const db = await aFirmWithAPast();
  for (const [at, times] of [
    [now, 1],
    [now + dayMs - 1, 0],
    [now + dayMs, 1],
  ] as const) {
    const { work, lines } = tidied(db, at);
    await keepTidy(work);
    expect(lines().filter((line) => line['event'] === 'retention-done')).toHaveLength(times);
  }
});

test('a store that was put back keeps everything until it is resumed', async () => {
  const db = await aFirmWithAPast();
  await keepTidy(tidied(db, now, true).work);
  expect(await countOld(db, cutoffsAt(keep, now))).toMatchObject(expected);
});

test('whoever left may be taken in again, as nobody asked for it', async () => {
  const db = await aFirmWithAPast();
  await keepTidy(tidied(db).work);
  expect(await db.selectFrom('erased_address').selectAll().execute()).toEqual([]);
  expect(await db.selectFrom('erasure').selectAll().execute(), 'a backup does not bring them back').toHaveLength(1);
});

test('what fails is told, and tried again', async () => {
  const db = await aFirmWithAPast();
  await db.schema.dropTable('session').execute();
  const { work, lines } = tidied(db);
  await keepTidy(work);
  expect(lines().at(-1)).toMatchObject({ event: 'retention-failed' });
  expect(await readLastRetention(db)).toBeNull();
});
