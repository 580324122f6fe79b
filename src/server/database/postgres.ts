import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  type TransactionSettings,
} from 'kysely';
import { Pool, types } from 'pg';
import { AppError } from '#core/errors/app-error.ts';

/** pg hands 64-bit numbers over as text. Ours are instants and counts, far below 2^53. */
const wholeNumber = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`The store holds a number too large to read: ${text}.`);
  return value;
};

/** Where PostgreSQL's numbers of types are told: `SELECT typname, oid FROM pg_type`. */
const int8 = types.builtins.INT8;
const numeric = types.builtins.NUMERIC;

/** Only ours are parsed anew: a table of another program in the same process keeps its own. */
const ourTypes = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === int8) return wholeNumber;
    // Sums of whole numbers.
    if (oid === numeric) return Number;
    return types.getTypeParser(oid, format ?? 'text');
  },
};

const mostConnections = 10;

/** A firm's database may be restarted or moved: a start waits this long for it, and no longer. */
const connectMs = 10_000;

/** A machine that fell silent in the middle of a transaction must not keep all others from writing. */
const idleInTransactionMs = 60_000;

/** Kysely's dialect over a pool of connections to `databaseUrl`; a transaction waits `patienceMs` for its turn. */
export function openPostgres(databaseUrl: string, patienceMs: number): PostgresDialect {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: mostConnections,
    types: ourTypes,
    // A firewall forgets connections that lie idle.
    keepAlive: true,
    application_name: 'nodomoto',
    connectionTimeoutMillis: connectMs,
    idle_in_transaction_session_timeout: idleInTransactionMs,
  });
  // A connection that breaks while no query waits for it ends the process if nobody listens, whether it lies in the pool or is lent to a
  // transaction. The next query opens another, or tells why it cannot.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new OneWriterDialect({ pool }, patienceMs);
}

class OneWriterDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;
  readonly #patienceMs: number;

  constructor(config: PostgresDialectConfig, patienceMs: number) {
    super(config);
    this.#config = config;
    this.#patienceMs = patienceMs;
  }

  override createDriver(): Driver {
    return new OneWriterDriver(this.#config, this.#patienceMs);
  }
}

/** Any number will do, so long as no other program in the same database locks it. */
const lockOfWriters = 20_261_130;

/**
 * Transactions follow one another, as they do on SQLite: each reads before it writes, and none was written to be repeated when it meets another.
 * Single statements, such as a sender's, run beside them.
 */
class OneWriterDriver extends PostgresDriver {
  readonly #takeTurn: CompiledQuery;

  constructor(config: PostgresDialectConfig, patienceMs: number) {
    super(config);
    // In one statement, since each costs a way to the database and back; it is evaluated from left to right.
    this.#takeTurn = CompiledQuery.raw(
      `SELECT set_config('lock_timeout', '${patienceMs}', true), pg_advisory_xact_lock(${lockOfWriters})`,
    );
  }

  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    await super.beginTransaction(connection, settings);
    if (settings.accessMode === 'read only') return;
    try {
      await connection.executeQuery(this.#takeTurn);
    } catch (error) {
      // To Kysely it has not begun, so nobody else would end it before the connection is lent again; one that broke has ended.
      await connection.executeQuery(CompiledQuery.raw('ROLLBACK')).catch(() => undefined);
      throw isLockTimeout(error) ? new AppError('STORE_BUSY', { cause: error }) : error;
    }
  }
}

/** PostgreSQL's code for a lock that was waited for long enough. */
function isLockTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '55P03';
}
