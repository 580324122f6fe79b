import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import type { Db } from '#server/database/open-database.ts';
import { aStore } from '#testing/a-database.ts';
import { enter, leave, readSignIn, requestSignIn, trainerOf } from './sign-in.ts';

const now = Date.parse('2026-11-24T08:30:00Z');
const trainers = ['mei@kazehaya.example'];
const minute = 60_000;

const ask = (db: Db, email = 'mei@kazehaya.example', at = now, askedInHour = 1) =>
  requestSignIn({ db, trainers, siteUrl: 'https://nodomoto.example', now: at, language: 'en', askedInHour }, email);
const letters = (db: Db) =>
  db.selectFrom('message').selectAll().where('purpose', '=', 'sign-in').orderBy('id').execute();

/** The token in the newest letter. */
async function mailedToken(db: Db): Promise<string> {
  const letter = (await letters(db)).at(-1)?.letter ?? '';
  const token = /https:\/\/nodomoto\.example\/desk\/enter\/([\w-]+)/.exec(letter)?.[1];
  if (!token) throw new Error('no link was mailed');
  return token;
}

test('a trainer is mailed a link, which opens a session once', async () => {
  const db = await aStore();
  await ask(db, ' Mei@Kazehaya.example ');
  expect(await letters(db)).toMatchObject([{ address: 'mei@kazehaya.example', state: 'planned', due_at: now }]);
  const token = await mailedToken(db);
  expect(await readSignIn(db, token, now)).toBe('usable');
  const session = await enter(db, token, now);
  expect(await trainerOf(db, trainers, session?.session, now)).toBe('mei@kazehaya.example');
  expect(await enter(db, token, now)).toBeNull();
  expect(await readSignIn(db, token, now)).toBe('used');
});

test('an address that is no trainer’s writes nothing at all', async () => {
  const db = await aStore();
  await ask(db, 'jan@kazehaya.example');
  expect(await letters(db)).toEqual([]);
  expect(await db.selectFrom('sign_in').selectAll().execute()).toEqual([]);
});

test('a double click signs in once', async () => {
  const db = await aStore();
  await ask(db);
  const token = await mailedToken(db);
  const entered = await Promise.all([enter(db, token, now), enter(db, token, now), enter(db, token, now)]);
  expect(entered.filter((session) => session !== null)).toHaveLength(1);
  expect(await db.selectFrom('session').selectAll().execute()).toHaveLength(1);
});

test('a scanner that looks at the link does not use it up', async () => {
  const db = await aStore();
  await ask(db);
  const token = await mailedToken(db);
  for (let looks = 0; looks < 3; looks += 1) await readSignIn(db, token, now);
  expect(await enter(db, token, now)).not.toBeNull();
});

test('a link lasts twenty minutes, and its mail no longer', async () => {
  const db = await aStore();
  await ask(db);
  const token = await mailedToken(db);
  expect(await readSignIn(db, token, now + 20 * minute - 1)).toBe('usable');
  expect(await readSignIn(db, token, now + 20 * minute)).toBe('expired');
  expect(await enter(db, token, now + 20 * minute)).toBeNull();
  expect((await letters(db))[0]?.expires_at).toBe(now + 20 * minute);
});

test('a link nobody mailed opens nothing', async () => {
  const db = await aStore();
  await ask(db);
  expect(await readSignIn(db, 'guess', now)).toBe('unknown');
  expect(await enter(db, 'guess', now)).toBeNull();
});

test('a double click mails one letter, and two minutes later there is another; the first link stays valid', async () => {
  const db = await aStore();
  await ask(db);
  const first = await mailedToken(db);
  await ask(db, undefined, now + minute);
  expect(await letters(db)).toHaveLength(1);
  await ask(db, undefined, now + 2 * minute);
  expect(await letters(db)).toHaveLength(2);
  expect(await mailedToken(db)).not.toBe(first);
  expect(await enter(db, first, now + 3 * minute)).not.toBeNull();
});

test('whoever has used their link gets the next at once', async () => {
  const db = await aStore();
  await ask(db);
  await enter(db, await mailedToken(db), now + 1000);
  await ask(db, undefined, now + 2000);
  expect(await letters(db)).toHaveLength(2);
  expect(await readSignIn(db, await mailedToken(db), now + 3000)).toBe('usable');
});

test('a stranger who asks every second for an hour neither fills the mailbox nor keeps the trainer out', async () => {
  const db = await aStore();
  for (let second = 0; second < 3600; second += 1) await ask(db, undefined, now + second * 1000, second + 1);
  expect((await letters(db)).length).toBeLessThanOrEqual(6);
  const later = now + 60 * minute;
  await ask(db, undefined, later);
  expect(await readSignIn(db, await mailedToken(db), later + 9 * minute)).toBe('usable');
});

test('no link ends in a mark that a view of plain text leaves out of it', async () => {
  const db = await aStore();
  for (let turn = 0; turn < 200; turn += 1) await ask(db, undefined, now + turn * 2 * minute);
  const links = (await letters(db)).map(({ letter }) => /desk\/enter\/([^"\\]+)\\n/.exec(letter ?? '')?.[1] ?? '');
  expect(links).toHaveLength(200);
  expect(links.filter((link) => !/^[\w-]+[a-zA-Z0-9]$/.test(link))).toEqual([]);
});

test('a session ends after a week, on leaving, and when its trainer is taken off the list', async () => {
  const db = await aStore();
  await ask(db);
  const session = (await enter(db, await mailedToken(db), now))?.session;
  expect(await trainerOf(db, trainers, session, now + 7 * dayMs - 1)).toBe('mei@kazehaya.example');
  expect(await trainerOf(db, trainers, session, now + 7 * dayMs)).toBeNull();
  expect(await trainerOf(db, [], session, now)).toBeNull();
  await leave(db, session);
  expect(await trainerOf(db, trainers, session, now)).toBeNull();
});

test('nobody without a session is a trainer', async () => {
  const db = await aStore();
  expect(await trainerOf(db, trainers, undefined, now)).toBeNull();
  expect(await trainerOf(db, trainers, 'guess', now)).toBeNull();
});

test('whoever reads the tables of sign-in cannot sign in with what stands there', async () => {
  const db = await aStore();
  await ask(db);
  const token = await mailedToken(db);
  const session = await enter(db, token, now);
  const stored = JSON.stringify([
    await db.selectFrom('sign_in').selectAll().execute(),
    await db.selectFrom('session').selectAll().execute(),
  ]);
  expect(stored).not.toContain(token);
  expect(stored).not.toContain(session?.session);
});
