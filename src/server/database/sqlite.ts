import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type TransactionSettings,
} from 'kysely';

/**
 * Kysely's SQLite dialect over Node's own driver, which differs in shape only: parameters are spread, and whether a
 * statement returns rows is asked of the statement (assuming it does loses the change count of an UPDATE).
 */
export function openSqlite(file: string): { dialect: SqliteDialect; database: DatabaseSync } {
  const database = new DatabaseSync(file);
  // FULL: with NORMAL a power cut may lose the last commits, which here means a mail sent twice or not at all.
  database.exec(
    'PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;',
  );
  // What is deleted is overwritten: a name must not lie in the file when its row is gone.
  database.exec('PRAGMA secure_delete = ON');
  return { dialect: new OneWriterDialect({ database: asKyselyDatabase(database) }), database };
}

class OneWriterDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new OneWriterDriver(this.#config);
  }
}

/** A transaction that reads first and then writes fails if another process has written in between, and waiting does not help it. Ours wait before they read. */
class OneWriterDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    const begin = settings?.accessMode === 'read only' ? 'BEGIN' : 'BEGIN IMMEDIATE';
    await connection.executeQuery(CompiledQuery.raw(begin));
  }
}

/** Statements kept ready; the product has fewer, but for lists of parameters of different lengths. */
const mostKept = 300;

/**
 * A statement is prepared once and kept: preparing takes as long as most statements do, and what is prepared anew each time waits for the
 * collector with memory that it does not see. One that is read row by row is not shared, as another run of it would begin it again.
 */
function asKyselyDatabase(database: DatabaseSync): SqliteDatabase {
  const kept = new Map<string, Kept>();
  const preparedOnce = (sql: string) => {
    const known = kept.get(sql);
    const entry = known ?? prepared(database, sql);
    kept.delete(sql);
    kept.set(sql, entry);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return entry;
  };
  return {
    close: () => {
      kept.clear();
      database.close();
    },
    prepare: (sql) => {
      const { statement, names } = preparedOnce(sql);
      return {
        reader: names.length > 0,
        all: (parameters) => statement.all(...parameters.map(bindable)).map((values) => rowOf(names, values)),
        run: (parameters) => statement.run(...parameters.map(bindable)),
        iterate: (parameters) => database.prepare(sql).iterate(...parameters.map(bindable)),
      };
    },
  };
}

type Kept = { statement: StatementSync; names: readonly string[] };

function prepared(database: DatabaseSync, sql: string): Kept {
  const statement = database.prepare(sql);
  statement.setReturnArrays(true);
  return { statement, names: statement.columns().map(({ name }) => name) };
}

/** The driver's own row objects are hash tables: they take three times the memory, and reading one is seven times slower. */
function rowOf(names: readonly string[], values: unknown): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  if (!Array.isArray(values)) return row;
  for (let index = 0; index < names.length; index += 1) row[names[index] ?? ''] = values[index];
  return row;
}

function bindable(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value;
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`The store holds text, numbers and bytes; a query was given a ${typeof value}.`);
}
