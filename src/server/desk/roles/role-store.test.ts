import { expect, test } from 'vitest';
import { aStore } from '#testing/a-database.ts';
import { isTrainer } from '../trainers.ts';
import { readAccessOf, scopeOn } from './desk-access.ts';
import { giveRole, readRoles, takeRole } from './role-store.ts';

const now = Date.UTC(2026, 10, 30);
const [hana, ed] = ['hana@kazehaya.example', 'ed@kazehaya.example'];

const standingsOf = async (db: Parameters<typeof readAccessOf>[0], trainers: readonly string[], email: string) => [
  ...((await readAccessOf(db, trainers, email))?.standings ?? []),
];

test('whoever stands in the settings is admin and trainer of the house, and stays so', async () => {
  const db = await aStore();
  expect(await standingsOf(db, [hana], hana)).toEqual(['admin', 'trainer']);
  expect(await takeRole(db, [hana], hana, 'admin', now)).toEqual({ ok: false, reason: 'in-settings' });
  expect(await standingsOf(db, [hana], hana)).toEqual(['admin', 'trainer']);
});

test('a role opens the desk for its address in whatever case, and once taken it opens nothing', async () => {
  const db = await aStore();
  expect(await isTrainer(db, [hana], ed)).toBe(false);
  expect(await giveRole(db, ' Ed@Kazehaya.example ', 'editor', hana, now)).toEqual({ ok: true, changed: true });
  expect(await giveRole(db, ed, 'editor', hana, now)).toEqual({ ok: true, changed: false });
  expect(await standingsOf(db, [hana], 'ED@kazehaya.example')).toEqual(['editor']);
  expect(await isTrainer(db, [hana], ed)).toBe(true);
  expect(await takeRole(db, [hana], ed, 'editor', now)).toEqual({ ok: true, changed: true });
  expect(await isTrainer(db, [hana], ed)).toBe(false);
  expect(await takeRole(db, [hana], ed, 'editor', now)).toEqual({ ok: true, changed: false });
});

test('the last admin stays, also when two take the last two at once', async () => {
  const db = await aStore();
  for (const email of [hana, ed]) await giveRole(db, email, 'admin', 'the command line', now);
  const both = await Promise.all([hana, ed].map((email) => takeRole(db, [], email, 'admin', now)));
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both).toContainEqual({ ok: false, reason: 'last-admin' });
  expect((await readRoles(db, [])).map(({ role }) => role)).toEqual(['admin']);
});

test.each([
  '',
  'Ed',
  'a@b@c',
  'ed@firm example',
  `${'x'.repeat(260)}@a.example`,
  'ed@a.example\r\nBcc: x@y.z',
  '<ed@a.example>',
])('a role is given to an address, and to nothing else: %j', async (text) => {
  const db = await aStore();
  expect(await giveRole(db, text, 'admin', hana, now)).toEqual({ ok: false, reason: 'no-address' });
});

test('an executive who trains a team sees figures of the house, and names of that team alone', () => {
  const access = { standings: new Set(['executive', 'team-trainer'] as const), teams: new Set([7]) };
  expect(scopeOn(access, true)).toBe('house');
  expect(scopeOn(access, false)).toEqual(new Set([7]));
});

test('an executive sees the house, an editor and an admin no team, on whatever page', () => {
  for (const figuresAlone of [true, false]) {
    const of = (standing: 'executive' | 'editor' | 'admin') =>
      scopeOn({ standings: new Set([standing]), teams: new Set<number>() }, figuresAlone);
    expect(of('executive')).toBe('house');
    expect([of('editor'), of('admin')]).toEqual([new Set(), new Set()]);
  }
});
