import { expect, test } from 'vitest';
import { keepFact, readFact } from '#server/database/facts.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { aSessionRow } from '#testing/a-signed-in-trainer.ts';
import { aTeamInStore, emailOf } from '#testing/a-team-in-database.ts';
import { eraseMarked } from './erase-marked.ts';
import { erasePerson } from './erase-person.ts';
import { erasedIn, forgetErasedAddress, noteErasedAddress, readErasedAddresses } from './erased-addresses.ts';
import { importCsv } from './import-csv.ts';

const now = Date.parse('2026-11-24T08:30:00Z');
const list = `team,name,email,role,zone\nMotors,Ana,${emailOf('Ana')},buyer,Etc/UTC\nMotors,Ben,${emailOf('Ben')},buyer,Etc/UTC`;
const input = { text: list, vocabulary: aCatalogue().vocabulary, now, dryRun: false, prune: false };

test('a list that names somebody who was erased is taken in without them, and says so by line', async () => {
  const db = await aStore();
  await aTeamInStore(db, ['Ana'], now);
  await erasePerson(db, emailOf('Ana'), now);
  expect(await importCsv(db, input)).toMatchObject({ ok: true, added: 1, erased: [`line 2: ${emailOf('Ana')}`] });
  expect(await forgetErasedAddress(db, ' ANA@kazehaya.example')).toBe('forgotten');
  expect(await forgetErasedAddress(db, emailOf('Ana'))).toBe('unknown');
  expect(await importCsv(db, input)).toMatchObject({ ok: true, added: 1, unchanged: 1, erased: [] });
});

test('a mark says nothing of the address without the key, and two stores make different marks of one address', async () => {
  const [one, other] = [await aStore(), await aStore()];
  for (const db of [one, other]) {
    await aTeamInStore(db, ['Ana'], now);
    await erasePerson(db, emailOf('Ana'), now);
  }
  const [marks, others] = [await readErasedAddresses(one), await readErasedAddresses(other)];
  expect(marks).toHaveLength(1);
  expect(marks[0]?.mark).not.toBe(others[0]?.mark);
  expect(erasedIn([...marks, ...others])(emailOf('Ana'))).toBe(now);
  expect(erasedIn(marks)(emailOf('Ben'))).toBeNull();
});

test('a store takes erasures over from another, of people and of addresses without a person, and once', async () => {
  const [db, other] = [await aStore(), await aStore()];
  await aTeamInStore(other, ['Ana'], now);
  const trainer = 'head@kazehaya.example';
  const session = aSessionRow('x', trainer, now);
  for (const store of [db, other]) await store.insertInto('session').values(session).execute();
  for (const address of [emailOf('Ana'), trainer]) await erasePerson(other, address, now);
  await aTeamInStore(db, ['Ana', 'Ben'], now - 1);
  expect(await eraseMarked(db, await readErasedAddresses(other), now)).toBe(2);
  expect(await eraseMarked(db, await readErasedAddresses(other), now)).toBe(0);
  expect(await db.selectFrom('session').selectAll().execute()).toEqual([]);
  expect(await db.selectFrom('person').select('name').execute()).toEqual([{ name: 'Ben' }]);
});

test('an address that stands only among a team’s trainers or in the access log is erased with the mark of another store', async () => {
  const [db, other] = [await aStore(), await aStore()];
  const { id: team_id } = await aTeamInStore(db, ['Ben'], now);
  const [trainer, looker, asked] = ['head@kazehaya.example', 'looker@kazehaya.example', 'asked@kazehaya.example'];
  await db.insertInto('team_trainer').values({ team_id, email: trainer }).execute();
  const look = { key: 'a', at: now, who: looker, act: 'exported', team_id: null, subject: asked } as const;
  await db.insertInto('access').values(look).execute();
  for (const address of [trainer, looker, asked]) await noteErasedAddress(other, address, null, now);
  expect(await eraseMarked(db, await readErasedAddresses(other), now)).toBe(3);
  expect(await db.selectFrom('team_trainer').selectAll().execute()).toEqual([]);
  expect(JSON.stringify(await db.selectFrom('access').selectAll().execute())).not.toContain('@');
});

test('an address is taken out of what servers said, in whatever case, and the rest of the sentence stays', async () => {
  const db = await aStore();
  await aTeamInStore(db, ['A_a'], now);
  await keepFact(db, 'mail-breaker', '550 <A_A@Kazehaya.example>: gone (Ava@kazehaya.example is not)');
  await erasePerson(db, emailOf('A_a'), now);
  expect(await readFact(db, 'mail-breaker')).toBe('550 <<erased>>: gone (Ava@kazehaya.example is not)');
});
