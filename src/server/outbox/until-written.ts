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

/** SQLite’s own faults: locked, full, unreadable. */
export function isFaultOfStore(err: unknown): boolean {
  return err instanceof Error && 'code' in err && err.code === 'ERR_SQLITE_ERROR';
}
