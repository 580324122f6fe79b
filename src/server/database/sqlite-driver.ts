import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  RawNode,
  SelectQueryNode,
  type SqliteDatabase,
  SqliteDriver,
  type TransactionSettings,
} from 'kysely';
import { type Patience, untilFree } from './until-free.ts';
import { type EndTurn, writeTurns } from './write-turns.ts';

/** A connection that writes, and one that only reads: what it reads waits for no writer. As long as `openReader` gives none, the writer reads as well, in its turn. */
export type SqliteConnections = {
  writer: SqliteDatabase;
  /** Whether the writer has begun something that it has not ended. */
  isInTransaction: () => boolean;
  openReader: () => SqliteDatabase | null;
};

/** What the queries of one lease run on, and how they come to their turn. */
type Ways = {
  write: DatabaseConnection;
  read: () => DatabaseConnection | null;
  takeTurn: () => Promise<EndTurn>;
  untilFree: <T>(attempt: () => Promise<T>, deadline: number) => Promise<T>;
  deadline: () => number;
  isInTransaction: () => boolean;
};

/**
 * Kysely's own driver twice over. All that writes takes turns, and takes the lock of the file at once: a transaction that reads first and then
 * writes fails if another process has written in between, and waiting does not help it. While the lock is somebody else's, reads go on.
 */
export class ReadingBesideWriting implements Driver {
  readonly #connections: SqliteConnections;
  readonly #patience: Patience;
  readonly #turns = writeTurns();
  #ways: Ways | null = null;
  #reader: SqliteDatabase | null = null;
  #reading: DatabaseConnection | null = null;

  constructor(connections: SqliteConnections, patience: Patience) {
    this.#connections = connections;
    this.#patience = patience;
  }

  async init(): Promise<void> {
    const patience = this.#patience;
    this.#ways = {
      write: await connectionOf(this.#connections.writer),
      read: () => this.#reading,
      takeTurn: this.#turns.take,
      untilFree: (attempt, deadline) => untilFree(attempt, deadline, patience),
      isInTransaction: this.#connections.isInTransaction,
      deadline: () => patience.passed() + patience.ms,
    };
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    this.#reader ??= this.#connections.openReader();
    if (this.#reader && !this.#reading) this.#reading = await connectionOf(this.#reader);
    if (!this.#ways) throw new Error('The store was used before it was opened.');
    return new Lease(this.#ways);
  }

  async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    await leaseOf(connection).begin(settings?.accessMode === 'read only' ? 'BEGIN' : 'BEGIN IMMEDIATE');
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('COMMIT'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await leaseOf(connection).rollBack();
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    leaseOf(connection).end();
  }

  /** The writer last: whoever closes last tidies the file, and the reader may not. */
  async destroy(): Promise<void> {
    this.#reader?.close();
    this.#connections.writer.close();
  }
}

/** What one query or one transaction is done on. */
class Lease implements DatabaseConnection {
  readonly #ways: Ways;
  #endTurn: EndTurn | null = null;

  constructor(ways: Ways) {
    this.#ways = ways;
  }

  async begin(statement: 'BEGIN' | 'BEGIN IMMEDIATE'): Promise<void> {
    const { takeTurn, untilFree, deadline, write } = this.#ways;
    const until = deadline();
    this.#endTurn = await takeTurn();
    await untilFree(() => write.executeQuery(CompiledQuery.raw(statement)), until);
  }

  /** A disk that is full may have ended the transaction already; what is told has to be that, and not the end. */
  async rollBack(): Promise<void> {
    if (this.#ways.isInTransaction()) await this.#ways.write.executeQuery(CompiledQuery.raw('ROLLBACK'));
  }

  end(): void {
    this.#endTurn?.();
    this.#endTurn = null;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { read, takeTurn, untilFree, deadline, write } = this.#ways;
    if (this.#endTurn) return write.executeQuery<R>(query);
    const until = deadline();
    const reader = onlyReads(query) ? read() : null;
    if (reader) return untilFree(() => reader.executeQuery<R>(query), until);
    const endTurn = await takeTurn();
    try {
      return await untilFree(() => write.executeQuery<R>(query), until);
    } finally {
      endTurn();
    }
  }

  /** Row by row, so that the turn is held until the last one was taken. */
  async *streamQuery<R>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<R>> {
    const endTurn = this.#endTurn ? () => undefined : await this.#ways.takeTurn();
    try {
      yield* this.#ways.write.streamQuery<R>(query, chunkSize);
    } finally {
      endTurn();
    }
  }
}

/** Of statements written as text only those that cannot be anything else. */
function onlyReads({ query, sql }: CompiledQuery): boolean {
  return SelectQueryNode.is(query) || (RawNode.is(query) && /^\s*SELECT\b/i.test(sql));
}

async function connectionOf(database: SqliteDatabase): Promise<DatabaseConnection> {
  const driver = new SqliteDriver({ database });
  await driver.init();
  return driver.acquireConnection();
}

function leaseOf(connection: DatabaseConnection): Lease {
  if (connection instanceof Lease) return connection;
  throw new Error('A connection of another store was handed in.');
}
