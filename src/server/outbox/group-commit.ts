import { isPostgres } from '#server/database/is-postgres.ts';
import type { Db } from '#server/database/open-database.ts';

type Write<T> = (db: Db) => Promise<T>;

/** Does a write and resolves once it is on the disk. */
export type Commit = <T>(write: Write<T>) => Promise<T>;

/** One write of a group: done within the group's transaction, and told once that has ended. */
type Waiting = { inGroup: (trx: Db) => Promise<void>; kept: () => void; failed: (error: unknown) => void };

/**
 * Writes of several lanes that come together are made durable together: on SQLite each commit waits for the disk, and that is most of what a
 * mail costs. If one of them fails none is kept, and each of their lanes hears of it. PostgreSQL gathers the commits of its connections itself.
 */
export function groupCommit(db: Db): Commit {
  if (isPostgres(db)) return (write) => write(db);
  let waiting: Waiting[] = [];
  let writing = false;
  const writeAll = async (): Promise<void> => {
    writing = true;
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      await writeGroup(db, group);
    }
    writing = false;
  };
  return <T>(write: Write<T>) =>
    new Promise<T>((resolve, reject) => {
      let keep: () => void = () => undefined;
      const inGroup = async (trx: Db) => {
        const result = await write(trx);
        keep = () => resolve(result);
      };
      waiting.push({ inGroup, kept: () => keep(), failed: reject });
      // After whatever else this moment brings.
      if (!writing) setImmediate(() => writing || writeAll());
    });
}

async function writeGroup(db: Db, group: readonly Waiting[]): Promise<void> {
  try {
    await db.transaction().execute(async (trx) => {
      for (const { inGroup } of group) await inGroup(trx);
    });
  } catch (error) {
    for (const { failed } of group) failed(error);
    return;
  }
  for (const { kept } of group) kept();
}
