import { expect, test } from 'vitest';
import { importCsv } from '#server/people/import-csv.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { behindWall } from './behind-wall.ts';
import { readWall } from './read-wall.ts';
import { houseSide, type Side } from './side.ts';
import { belongings } from './wall-of-tables.ts';

const now = Date.UTC(2026, 10, 30);

/** A house with a team, and two firms with a team each, behind walls of their own. */
async function threeFirms() {
  const db = await aStore();
  const text = [
    'team,name,email,role,zone',
    'Brakes,Ada,ada@works.example,buyer,Etc/UTC',
    'Kadota,Ume,ume@kadota.example,buyer,Asia/Tokyo',
    'Forli,Ugo,ugo@forli.example,buyer,Europe/Rome',
  ].join('\n');
  const { vocabulary } = aCatalogue();
  expect(await importCsv(db, { text, vocabulary, now, dryRun: false, prune: false })).toMatchObject({ ok: true });
  const sides: Side[] = [];
  for (const firm of ['Kadota', 'Forli']) {
    const { id } = await db
      .insertInto('supplier')
      .values({
        ...{ key: firm, firm, state: 'accepted', contact: `lead@${firm}`, language: 'en', zone: 'Etc/UTC', line: null },
        ...{ invited_by: 'hana@works.example', invited_at: now, changed_at: now },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db.updateTable('team').set({ supplier_id: id }).where('name', '=', firm).execute();
    sides.push({ of: 'supplier', id });
  }
  for (const { id, name } of await db.selectFrom('team').selectAll().execute()) {
    await db
      .insertInto('exposure')
      .values({ team_id: id, name: `Item of ${name}` })
      .execute();
    await db
      .insertInto('team_trainer')
      .values({ team_id: id, email: `lead@${name}` })
      .execute();
  }
  const [kadota = houseSide, forli = houseSide] = sides;
  return { db, house: behindWall(db, houseSide), kadota: behindWall(db, kadota), forli: behindWall(db, forli) };
}

const namesIn = async (db: Awaited<ReturnType<typeof aStore>>) =>
  (await db.selectFrom('person').select('name').orderBy('name').execute()).map(({ name }) => name);

test('each side reads its own people and nobody else’s', async () => {
  const { db, house, kadota, forli } = await threeFirms();
  expect(await namesIn(db)).toEqual(['Ada', 'Ugo', 'Ume']);
  expect([await namesIn(house), await namesIn(kadota), await namesIn(forli)]).toEqual([['Ada'], ['Ume'], ['Ugo']]);
});

test('a join, an alias, a subquery and a count keep to the side', async () => {
  const { house, kadota } = await threeFirms();
  const items = (db: typeof house) =>
    db
      .selectFrom('exposure as item')
      .innerJoin('team as of', 'of.id', 'item.team_id')
      .select(['item.name', 'of.name as team'])
      .where('item.team_id', 'in', (eb) => eb.selectFrom('person').select('person.team_id'))
      .execute();
  expect(await items(house)).toEqual([{ name: 'Item of Brakes', team: 'Brakes' }]);
  expect(await items(kadota)).toEqual([{ name: 'Item of Kadota', team: 'Kadota' }]);
  const counted = await house
    .selectFrom('team')
    .leftJoin('person', 'person.team_id', 'team.id')
    .select((eb) => eb.fn.count<number>('person.id').as('people'))
    .executeTakeFirstOrThrow();
  expect(Number(counted.people)).toBe(1);
});

test('nobody changes or deletes over the wall, in a transaction either', async () => {
  const { db, house, kadota } = await threeFirms();
  await house.transaction().execute(async (trx) => {
    await trx.updateTable('person').set({ role: 'planner' }).execute();
    await trx.updateTable('person').set({ name: 'Taken' }).where('name', '=', 'Ume').execute();
    await trx.deleteFrom('exposure').where('name', 'like', 'Item%').execute();
  });
  await kadota.deleteFrom('team_trainer').execute();
  const people = await db.selectFrom('person').select(['name', 'role']).orderBy('name').execute();
  expect(people).toEqual([
    { name: 'Ada', role: 'planner' },
    { name: 'Ugo', role: 'buyer' },
    { name: 'Ume', role: 'buyer' },
  ]);
  const left = await db.selectFrom('exposure').select('name').orderBy('name').execute();
  expect(left.map(({ name }) => name)).toEqual(['Item of Forli', 'Item of Kadota']);
  const led = await db.selectFrom('team_trainer').select('email').orderBy('email').execute();
  expect(led.map(({ email }) => email)).toEqual(['lead@Brakes', 'lead@Forli']);
});

test('a supplier reads no row of what is the house’s alone, and the house’s own letters are not theirs', async () => {
  const { db, house, kadota } = await threeFirms();
  await db
    .insertInto('desk_role')
    .values({ email: 'ed@works.example', role: 'editor', given_at: now, given_by: 'x' })
    .execute();
  const letter = {
    purpose: 'digest' as const,
    state: 'queued' as const,
    due_at: now,
    expires_at: now + 1,
    created_at: now,
  };
  for (const address of ['hana@works.example', 'lead@Kadota'])
    await db
      .insertInto('message')
      .values({ ...letter, address, key: address })
      .execute();
  expect(await kadota.selectFrom('desk_role').selectAll().execute()).toEqual([]);
  const addresses = async (side: typeof house) =>
    (await side.selectFrom('message').select('address').execute()).map(({ address }) => address);
  expect(await addresses(house)).toEqual(['hana@works.example']);
  expect(await addresses(kadota)).toEqual(['lead@Kadota']);
});

test('every table can be read from every side', async () => {
  const { house, kadota } = await threeFirms();
  for (const table of Object.keys(belongings) as (keyof typeof belongings)[])
    for (const side of [house, kadota])
      expect(await side.selectFrom(table).selectAll().execute(), table).toBeInstanceOf(Array);
});

test('the house has the bare store while no firm has a team', async () => {
  const db = await aStore();
  expect((await readWall(db, houseSide)).db).toBe(db);
  const firms = await threeFirms();
  const wall = await readWall(firms.db, houseSide);
  expect(wall.db).not.toBe(firms.db);
  expect(wall.beyond.size).toBe(2);
});
