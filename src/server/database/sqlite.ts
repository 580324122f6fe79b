import { DatabaseSync } from 'node:sqlite';
import { type DialectAdapter, type Driver, SqliteAdapter, SqliteDialect, type SqliteDialectConfig } from 'kysely';
import { ReadingBesideWriting, type SqliteConnections } from './sqlite-driver.ts';
import { asKyselyDatabase } from './sqlite-statements.ts';
import type { Patience } from './until-free.ts';

export type OpenSqlite = {
  dialect: SqliteDialect;
  database: DatabaseSync;
  /** Called when the tables are as they stay: from then on no read waits for a writer, and no waiting holds up the process. */
  readBeside: () => void;
};

/**
 * Kysely's SQLite dialect over Node's own driver, which differs in shape only: parameters are spread, and whether a
 * statement returns rows is asked of the statement (assuming it does loses the change count of an UPDATE).
 */
export function openSqlite(file: string, patience: Patience): OpenSqlite {
  const database = new DatabaseSync(file);
  // FULL: with NORMAL a power cut may lose the last commits, which here means a mail sent twice or not at all.
  database.exec(
    'PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;',
  );
  // What is deleted is overwritten: a name must not lie in the file when its row is gone.
  database.exec('PRAGMA secure_delete = ON');
  let beside = false;
  const readBeside = () => {
    database.exec('PRAGMA busy_timeout = 0');
    // What is in memory is seen by its own connection only.
    beside = file !== ':memory:';
  };
  const openReader = () => (beside ? asKyselyDatabase(new DatabaseSync(file, { readOnly: true, timeout: 0 })) : null);
  const connections = { writer: asKyselyDatabase(database), isInTransaction: () => database.isTransaction, openReader };
  return { dialect: new TwoConnections(connections, patience), database, readBeside };
}

class TwoConnections extends SqliteDialect {
  readonly #connections: SqliteConnections;
  readonly #patience: Patience;

  constructor(connections: SqliteConnections, patience: Patience) {
    const config: SqliteDialectConfig = { database: connections.writer };
    super(config);
    this.#connections = connections;
    this.#patience = patience;
  }

  override createDriver(): Driver {
    return new ReadingBesideWriting(this.#connections, this.#patience);
  }

  override createAdapter(): DialectAdapter {
    return new TurnTakingAdapter();
  }
}

/** Kysely would let one query at a time in, reads as well. */
class TurnTakingAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}
