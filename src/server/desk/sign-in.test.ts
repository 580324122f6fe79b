import { expect, test } from 'vitest';
import type { Db } from '#server/database/open-database.ts';
import { aStore } from '#testing/a-database.ts';
import { aLog } from '#testing/a-log.ts';
import { newestLinkToken } from '#testing/a-signed-in-trainer.ts';
import { mailSignInLink, readSignIn, takeCode, takeLink } from './sign-in.ts';
import { codeInHalves, codeOf } from './sign-in-code.ts';

const now = Date.parse('2026-11-24T08:30:00Z');
const trainers = ['mei@kazehaya.example'];
const minute = 60_000;
const [laptop, phone] = ['the laptop', 'the phone'];

const ask = (db: Db, at = now, { email = 'mei@kazehaya.example', browser = laptop } = {}) =>
  mailSignInLink({ db, trainers, siteUrl: 'https://nodomoto.example' }, { email, browser, now: at, language: 'en' });
const letters = (db: Db) =>
  db.selectFrom('message').selectAll().where('purpose', '=', 'sign-in').orderBy('id').execute();

test('a trainer is mailed a link, which says once whose it is', async () => {
  const db = await aStore();
  await ask(db);
  expect(await letters(db)).toMatchObject([{ address: 'mei@kazehaya.example', state: 'planned', due_at: now }]);
  const token = await newestLinkToken(db);
  expect(await readSignIn(db, token, laptop, now)).toBe('usable');
  expect(await takeLink(db, token, laptop, now)).toBe('mei@kazehaya.example');
  expect(await takeLink(db, token, laptop, now)).toBeNull();
  expect(await readSignIn(db, token, laptop, now)).toBe('used');
});

test('an address that is no trainer’s writes nothing at all', async () => {
  const db = await aStore();
  await ask(db, now, { email: 'jan@kazehaya.example' });
  expect(await letters(db)).toEqual([]);
  expect(await db.selectFrom('sign_in').selectAll().execute()).toEqual([]);
});

test('a double click signs in once', async () => {
  const db = await aStore();
  await ask(db);
  const token = await newestLinkToken(db);
  const entered = await Promise.all([1, 2, 3].map(() => takeLink(db, token, laptop, now)));
  expect(entered.filter((email) => email !== null)).toHaveLength(1);
});

test('a scanner that looks at the link does not use it up, and cannot', async () => {
  const db = await aStore();
  await ask(db);
  const token = await newestLinkToken(db);
  for (let looks = 0; looks < 3; looks += 1) await readSignIn(db, token, undefined, now);
  expect(await takeLink(db, token, undefined, now)).toBeNull();
  expect(await takeLink(db, token, laptop, now)).not.toBeNull();
});

test('a link lasts ten minutes, and its mail no longer', async () => {
  const db = await aStore();
  await ask(db);
  const token = await newestLinkToken(db);
  expect(await readSignIn(db, token, laptop, now + 10 * minute - 1)).toBe('usable');
  expect(await readSignIn(db, token, laptop, now + 10 * minute)).toBe('expired');
  expect(await takeLink(db, token, laptop, now + 10 * minute)).toBeNull();
  expect((await letters(db))[0]?.expires_at).toBe(now + 10 * minute);
});

test('a link nobody mailed opens nothing', async () => {
  const db = await aStore();
  await ask(db);
  expect(await readSignIn(db, 'guess', laptop, now)).toBe('unknown');
  expect(await takeLink(db, 'guess', laptop, now)).toBeNull();
});

test('a double click mails one letter, and two minutes later there is another; the first link stays valid', async () => {
  const db = await aStore();
  await ask(db);
  const first = await newestLinkToken(db);
  await ask(db, now + minute);
  expect(await letters(db)).toHaveLength(1);
  await ask(db, now + 2 * minute);
  expect(await letters(db)).toHaveLength(2);
  expect(await newestLinkToken(db)).not.toBe(first);
  expect(await takeLink(db, first, laptop, now + 3 * minute)).not.toBeNull();
});

test('a stranger who asks for a trainer’s link keeps no letter from the trainer', async () => {
  const db = await aStore();
  await ask(db, now, { browser: 'a stranger’s' });
  await ask(db, now + 1000);
  expect(await letters(db)).toHaveLength(2);
  expect(await readSignIn(db, await newestLinkToken(db), laptop, now + 2000)).toBe('usable');
});

test('no link ends in a mark that a view of plain text leaves out of it', async () => {
  const db = await aStore();
  for (let turn = 0; turn < 200; turn += 1) await ask(db, now + turn * 2 * minute);
  const links = (await letters(db)).map(({ letter }) => /desk\/enter\/([^"\\]+)\\n/.exec(letter ?? '')?.[1] ?? '');
  expect(links).toHaveLength(200);
  expect(links.filter((link) => !/^[\w-]+[a-zA-Z0-9]$/.test(link))).toEqual([]);
});

test('a link opens the desk in the browser that asked for it, and in no other, however it got there', async () => {
  const db = await aStore();
  await ask(db);
  const token = await newestLinkToken(db);
  await ask(db, now, { browser: phone });
  for (const browser of [phone, undefined, '']) {
    expect(await readSignIn(db, token, browser, now)).toBe('elsewhere');
    expect(await takeLink(db, token, browser, now)).toBeNull();
  }
  expect(await takeLink(db, token, laptop, now)).toBe('mei@kazehaya.example');
});

test('opened elsewhere it shows a code, which signs in where it was asked for, once, however it is typed', async () => {
  const db = await aStore();
  const desk = { db, log: aLog().log };
  await ask(db);
  const code = codeOf(await newestLinkToken(db));
  expect(codeInHalves(code)).toMatch(/^\d{4} \d{4}$/);
  for (const browser of [phone, undefined]) expect(await takeCode(desk, code, browser, now)).toBeNull();
  const wide = codeInHalves(code).replaceAll(/\d/g, (digit) => '０１２３４５６７８９'[Number(digit)] ?? '');
  expect(await takeCode(desk, ` ${wide}`, laptop, now)).toBe('mei@kazehaya.example');
  expect(await takeCode(desk, code, laptop, now)).toBeNull();
});

test('a code is of no use after ten minutes, nor after five wrong ones, though they come at once; the link still is', async () => {
  const db = await aStore();
  const { log, lines } = aLog();
  await ask(db);
  const token = await newestLinkToken(db);
  expect(await takeCode({ db, log }, codeOf(token), laptop, now + 10 * minute)).toBeNull();
  await Promise.all(Array.from({ length: 20 }, () => takeCode({ db, log }, '00000000', laptop, now)));
  expect(lines().filter(({ event }) => event === 'sign-in-code-wrong')).toHaveLength(5);
  expect(await takeCode({ db, log }, codeOf(token), laptop, now)).toBeNull();
  expect(await takeLink(db, token, laptop, now)).toBe('mei@kazehaya.example');
});

test('whoever reads the store finds neither link nor code nor browser in it', async () => {
  const db = await aStore();
  await ask(db);
  const token = await newestLinkToken(db);
  const rows = JSON.stringify(await db.selectFrom('sign_in').selectAll().execute());
  for (const kept of [token, codeOf(token), laptop]) expect(rows).not.toContain(kept);
});
