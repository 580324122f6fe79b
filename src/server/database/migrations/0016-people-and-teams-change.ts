import { type Kysely, sql } from 'kysely';
import { nameKey } from '#core/people/same-name.ts';

/** People who are known by more than an address, teams by more than how a name is typed, and how either came to be what it is. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['name_key', 'staff_number', 'starts_on', 'away_until']) await addText(db, 'person', column);
  for (const column of ['name_key', 'ended_on']) await addText(db, 'team', column);
  await fillPersonKeys(db);
  await fillTeamKeys(db);
  await db.schema.createIndex('person_by_staff_number').unique().on('person').column('staff_number').execute();
  await db.schema.createIndex('person_by_name').on('person').columns(['name_key', 'id']).execute();
  await db.schema.createIndex('team_by_name_key').unique().on('team').column('name_key').execute();
  await db.schema
    .createTable('former_team_name')
    .addColumn('name_key', 'text', (c) => c.primaryKey().notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('team_id', 'integer', (c) => c.notNull().references('team.id'))
    .execute();
  await db.schema
    .createTable('former_address')
    .addColumn('address', 'text', (c) => c.notNull())
    .addColumn('person_id', 'integer', (c) => c.notNull().references('person.id'))
    .addColumn('until', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('former_address_key', ['address', 'person_id'])
    .execute();
  await db.schema.createIndex('former_address_by_person').on('former_address').column('person_id').execute();
  await db.schema
    .alterTable('erased_address')
    .addColumn('why', 'text', (c) => c.notNull().defaultTo('asked'))
    .execute();
  await db.schema.alterTable('erased_address').addColumn('unsubscribed_at', 'bigint').execute();
}

async function addText(db: Kysely<unknown>, table: string, column: string): Promise<void> {
  await db.schema.alterTable(table).addColumn(column, 'text').execute();
}

async function fillPersonKeys(db: Kysely<unknown>): Promise<void> {
  for (const { id, name } of await namesIn(db, 'person')) await setKey(db, 'person', id, name);
}

/** Of teams that were typed in two ways the later keeps no key: both stay, and the doctor tells of them. */
async function fillTeamKeys(db: Kysely<unknown>): Promise<void> {
  const taken = new Set<string>();
  for (const { id, name } of await namesIn(db, 'team')) {
    if (taken.has(nameKey(name))) continue;
    taken.add(nameKey(name));
    await setKey(db, 'team', id, name);
  }
}

async function namesIn(db: Kysely<unknown>, table: string): Promise<{ id: number; name: string }[]> {
  const { rows } = await sql<{ id: number; name: string }>`
    SELECT id, name FROM ${sql.table(table)} ORDER BY id`.execute(db);
  return rows;
}

async function setKey(db: Kysely<unknown>, table: string, id: number, name: string): Promise<void> {
  await sql`UPDATE ${sql.table(table)} SET name_key = ${nameKey(name)} WHERE id = ${id}`.execute(db);
}
