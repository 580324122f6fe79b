import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { AppError } from '#core/errors/app-error.ts';
import { isPostgres } from './is-postgres.ts';
import type { Db } from './open-database.ts';
import type { Tables } from './schema.ts';

/** Every table with the columns of its key; what a row refers to comes before it. */
const keys = {
  supplier: ['id'],
  invitation_refusal: ['mark'],
  team: ['id'],
  person: ['id'],
  former_address: ['address', 'person_id'],
  former_team_name: ['name_key'],
  exposure: ['id'],
  team_link: ['team_id', 'kind', 'word'],
  team_trainer: ['team_id', 'email'],
  assignment: ['id'],
  assignment_lesson: ['assignment_id', 'lesson_id'],
  assignment_role: ['assignment_id', 'role'],
  assignment_person: ['assignment_id', 'person_id'],
  assignment_reminder: ['assignment_id', 'person_id'],
  digest_wish: ['email'],
  signal: ['id'],
  asked_version: ['digest'],
  mailed_text: ['digest'],
  message: ['id'],
  report: ['message_id', 'verdict'],
  nudge: ['id'],
  answer: ['id'],
  reading: ['nudge_id'],
  memory: ['person_id', 'lesson_id'],
  memory_base: ['person_id', 'lesson_id'],
  calibration: ['person_id'],
  record_base: ['person_id'],
  memory_model: ['id'],
  not_relevant: ['person_id', 'lesson_id'],
  planned_day: ['team_id', 'local_date'],
  team_memory: ['team_id'],
  sign_in: ['token_hash'],
  session: ['token_hash'],
  suppression: ['address'],
  xapi_outbox: ['id'],
  stress_test: ['key'],
  stress_test_item: ['test_key', 'place'],
  erasure: ['person'],
  access: ['key'],
  desk_role: ['email', 'role'],
  piece: ['id'],
  piece_version: ['piece_id', 'version'],
  shared_sender: ['fingerprint'],
  received_piece: ['piece_id'],
  exported_piece: ['piece_id'],
  erased_address: ['mark'],
  people_import: ['key'],
  import_change: ['import_key', 'at'],
  known_headings: ['fingerprint'],
  brief_snapshot: ['id'],
  brief_threshold: ['indicator'],
  brief_position: ['quarter'],
  brief_scenario: ['id'],
  brief_decision: ['id'],
  safeguard: ['id'],
  safeguard_event: ['key'],
  safeguard_asking: ['message_id', 'safeguard_id'],
  near_miss: ['id'],
  near_miss_publication: ['near_miss_id', 'version'],
  near_miss_strip: ['near_miss_key'],
  near_miss_step: ['id'],
  near_miss_letter: ['near_miss_id', 'message_id'],
  near_miss_digest: ['email'],
  code_organisation: ['slug'],
  code_statement: ['organisation', 'year', 'principle'],
  programme_use: ['programme'],
  fact: ['name'],
} as const satisfies Record<keyof Tables, readonly string[]>;

type Key = { table: string; columns: readonly string[] };
const tables: readonly Key[] = Object.entries(keys).map(([table, columns]) => ({ table, columns }));

/** How many rows of a table, and what they come to: the same for the same rows in whatever order. */
type Sum = { rows: number; digest: bigint };
type Row = Record<string, unknown>;

/** Rows written by one statement: with the widest table, a tenth of the values that SQLite takes. */
const rowsAtATime = 100;

export async function isEmptyStore(db: Db): Promise<boolean> {
  for (const { table } of tables) {
    const { rows } = await sql`SELECT 1 FROM ${sql.table(table)} LIMIT 1`.execute(db);
    if (rows.length > 0) return false;
  }
  return true;
}

/**
 * Copies every row from one store into an empty one, whatever kinds they are, and the next id of each table, since none may be given out twice.
 * Then everything is read again and compared: a store that differs is no copy. Nothing is kept of one that breaks off. Returns the rows of each table.
 * @throws AppError
 */
export async function copyStore(from: Db, to: Db): Promise<Record<string, number>> {
  return readingAsOne(from, (source) => to.transaction().execute((target) => copyTables(source, target)));
}

/** The same into a store whose rows go, all in one step. */
export async function replaceStore(from: Db, to: Db): Promise<Record<string, number>> {
  return readingAsOne(from, (source) =>
    to.transaction().execute(async (target) => {
      for (const { table } of tables.toReversed()) await sql`DELETE FROM ${sql.table(table)}`.execute(target);
      return copyTables(source, target);
    }),
  );
}

async function copyTables(source: Db, target: Db): Promise<Record<string, number>> {
  const counted: Record<string, number> = {};
  for (const key of tables) counted[key.table] = await copyTable(source, target, key);
  return counted;
}

/** After rows were written with ids of their own: PostgreSQL does not notice, and would give the same ids out again. */
export async function skipUsedIds(db: Db): Promise<void> {
  if (!isPostgres(db)) return;
  for (const { table } of tables.filter(hasOwnIds))
    await sql`
      SELECT setval(pg_get_serial_sequence(${table}, 'id')::regclass, greatest(
        (SELECT coalesce(max(id), 1) FROM ${sql.table(table)}),
        coalesce(pg_sequence_last_value(pg_get_serial_sequence(${table}, 'id')::regclass), 1)))`.execute(db);
}

/** Tables whose `id` is no number that the store gives out: a piece is called by its author, a statement by what it says, a safeguard and what is of the brief by chance. */
const namedByOthers: readonly string[] = [
  'piece',
  'xapi_outbox',
  'safeguard',
  'brief_snapshot',
  'brief_scenario',
  'brief_decision',
];

function hasOwnIds({ table, columns }: Key): boolean {
  return columns.join() === 'id' && !namedByOthers.includes(table);
}

/** Everything that is read belongs to one moment, though others write meanwhile. */
function readingAsOne<T>(db: Db, read: (snapshot: Db) => Promise<T>): Promise<T> {
  const transaction = db.transaction();
  if (!isPostgres(db)) return transaction.execute(read);
  return transaction.setIsolationLevel('repeatable read').setAccessMode('read only').execute(read);
}

async function copyTable(from: Db, to: Db, key: Key): Promise<number> {
  const read = newSum();
  for await (const rows of batches(from, key)) {
    for (const row of rows) addTo(read, row);
    await insertRows(to, key.table, rows);
  }
  if (hasOwnIds(key)) await continueIds(from, to, key.table);
  const written = newSum();
  for await (const rows of batches(to, key)) for (const row of rows) addTo(written, row);
  if (read.rows !== written.rows || read.digest !== written.digest)
    throw new AppError('COPY_DIFFERS', { table: key.table, rows: read.rows, copied: written.rows });
  return written.rows;
}

async function* batches(db: Db, { table, columns }: Key): AsyncGenerator<Row[]> {
  const refs = sql.join(columns.map((column) => sql.ref(column)));
  let after: RawBuilder<unknown> | null = null;
  for (;;) {
    const beyond: RawBuilder<unknown> = after ? sql`WHERE (${refs}) > (${after})` : sql``;
    const { rows }: { rows: Row[] } = await sql<Row>`
      SELECT * FROM ${sql.table(table)} ${beyond} ORDER BY ${refs} LIMIT ${rowsAtATime}`.execute(db);
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = sql.join(columns.map((column) => sql`${last[column]}`));
  }
}

async function insertRows(db: Db, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => sql`${row[column]}`))})`);
  await sql`
    INSERT INTO ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    VALUES ${sql.join(values)}`.execute(db);
}

/** The last id that was given out, also when its row is gone. */
async function lastIdOf(db: Db, table: string): Promise<number> {
  const asked = isPostgres(db)
    ? sql<{
        last: number | null;
      }>`SELECT pg_sequence_last_value(pg_get_serial_sequence(${table}, 'id')::regclass) AS last`
    : sql<{ last: number | null }>`SELECT seq AS last FROM sqlite_sequence WHERE name = ${table}`;
  const { rows } = await asked.execute(db);
  return rows[0]?.last ?? 0;
}

async function continueIds(from: Db, to: Db, table: string): Promise<void> {
  const last = await lastIdOf(from, table);
  if (last === 0) return;
  if (isPostgres(to)) {
    await sql`SELECT setval(pg_get_serial_sequence(${table}, 'id')::regclass, ${last})`.execute(to);
    return;
  }
  await sql`DELETE FROM sqlite_sequence WHERE name = ${table}`.execute(to);
  await sql`INSERT INTO sqlite_sequence (name, seq) VALUES (${table}, ${last})`.execute(to);
}

function newSum(): Sum {
  return { rows: 0, digest: 0n };
}

const sixtyFourBits = (1n << 64n) - 1n;

function addTo(sum: Sum, row: Row): void {
  const sorted = Object.keys(row).sort();
  const text = JSON.stringify(sorted.map((column) => [column, asText(row[column])]));
  sum.rows += 1;
  sum.digest = (sum.digest + createHash('sha256').update(text).digest().readBigUInt64BE()) & sixtyFourBits;
}

function asText(value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
}
