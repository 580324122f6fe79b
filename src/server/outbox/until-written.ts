import type { ErrorCode } from '#core/errors/error-registry.ts';

/** The store may be locked for a moment, or its disk full for an hour. */
const firstWaitMs = 1000;
const longestWaitMs = 30_000;

/**
 * Writes what became of a mail again and again until the store takes it. Whoever gave up would leave a mail that arrived as one that may not have,
 * and it would be sent twice. What is no fault of the store is thrown.
 */
export async function untilWritten<T>(
  write: () => Promise<T>,
  wait: (ms: number) => Promise<void>,
  tell: (err: unknown) => void,
): Promise<T> {
  for (let waitMs = firstWaitMs; ; waitMs = Math.min(2 * waitMs, longestWaitMs)) {
    try {
      return await write();
    } catch (err) {
      if (!isFaultOfStore(err)) throw err;
      tell(err);
      await wait(waitMs);
    }
  }
}

/** Told by its code: the built pages have classes of their own. */
export function isStoreBusy(err: unknown): boolean {
  return err instanceof Error && 'code' in err && err.code === ('STORE_BUSY' satisfies ErrorCode);
}

/** The store’s own faults, and not those of what was asked of it: locked, full, unreadable, going down, not to be reached, its password changed. */
export function isFaultOfStore(err: unknown): boolean {
  if (!(err instanceof Error)) return false;
  if (isStoreBusy(err)) return true;
  const code = 'code' in err && typeof err.code === 'string' ? err.code : null;
  // pg gives no code to what its own connections meet.
  if (code === null) return /^(?:Connection terminated|timeout exceeded when trying to connect)/.test(err.message);
  if (code === 'ERR_SQLITE_ERROR') return !isOwnFaultOnSqlite(err);
  return lostConnection.test(code) || (sqlState.test(code) && !ownFault.test(code));
}

const lostConnection = /^(?:ECONN[A-Z]+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN)$/;

/** PostgreSQL's codes (its manual, appendix A); of the classes 22, 23 and 42 are a value, a constraint and a statement that were wrong. */
const sqlState = /^[0-9A-Z]{5}$/;
const ownFault = /^(?:22|23|42)/;

/** SQLite's numbers of the same: a wrong statement, a constraint, a value of another type, a wrong use, a parameter that is not there. */
const ownFaultsOnSqlite = [1, 19, 20, 21, 25];

/** Its own kinds of each have the number in their lowest byte. */
function isOwnFaultOnSqlite(err: Error): boolean {
  return 'errcode' in err && typeof err.errcode === 'number' && ownFaultsOnSqlite.includes(err.errcode & 0xff);
}
