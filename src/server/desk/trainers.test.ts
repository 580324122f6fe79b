import { expect, test } from 'vitest';
import type { Db } from '#server/database/open-database.ts';
import { exportProfiles } from '#server/people/export-profiles.ts';
import { importCsv } from '#server/people/import-csv.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { readAccessOf, scopeOn } from './roles/desk-access.ts';
import { isTrainer } from './trainers.ts';

const now = Date.parse('2026-11-24T06:00:00Z');
const house = ['hana@kazehaya.example'];

const scopeOf = async (db: Db, email: string) => {
  const access = await readAccessOf(db, house, email);
  return access && scopeOn(access, false);
};

const take = (db: Db, text: string) =>
  importCsv(db, { text, vocabulary: aCatalogue().vocabulary, now, dryRun: false, prune: false });

test('a trainer of the house sees every team, one of a team that team, and anybody else none', async () => {
  const db = await aStore();
  const { id } = await aTeamInStore(db, ['Mei'], now);
  await take(db, 'team,trainers\nMotors,Tara@Kazehaya.example; tom@kazehaya.example | hana@kazehaya.example');
  expect(await scopeOf(db, 'hana@kazehaya.example')).toBe('house');
  expect(await scopeOf(db, ' TARA@kazehaya.example ')).toEqual(new Set([id]));
  expect(await scopeOf(db, 'mei@kazehaya.example')).toBeNull();
  const asked = ['hana', 'tara', 'tom', 'mei'].map((name) => isTrainer(db, house, `${name}@kazehaya.example`));
  expect(await Promise.all(asked)).toEqual([true, true, true, false]);
});

test('a file without the column leaves a team’s trainers, an empty cell takes them away, and the export gives them back', async () => {
  const db = await aStore();
  await aTeamInStore(db, ['Mei'], now);
  expect(await take(db, 'team,trainers\nMotors,tara@kazehaya.example;tom@kazehaya.example')).toMatchObject({
    changed: 1,
  });
  const { 'teams.csv': exported } = await exportProfiles(db);
  expect(exported).toContain('tara@kazehaya.example; tom@kazehaya.example');
  expect(await take(db, exported)).toMatchObject({ changed: 0, unchanged: 1 });
  await take(db, 'team,mail_time\nMotors,07:30');
  expect(await isTrainer(db, house, 'tom@kazehaya.example')).toBe(true);
  await take(db, 'team,trainers\nMotors,');
  expect(await isTrainer(db, house, 'tom@kazehaya.example')).toBe(false);
});

test('a trainer who is no address is a fault of the line', async () => {
  const db = await aStore();
  await aTeamInStore(db, ['Mei'], now);
  expect(await take(db, 'team,trainers\nMotors,tara@kazehaya.example; Tom')).toEqual({
    ok: false,
    faults: [{ line: 2, field: 'trainers', wrong: 'separate e-mail addresses by semicolons' }],
  });
});
