import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AppError } from '#core/errors/app-error.ts';

/** Says who holds the lock, and nothing else: a number alone may be another program's by now. */
const markFile = 'running.pid';

/**
 * A database without tables, locked whole for as long as a process works in the folder. The kernel frees the lock when that process ends, however
 * it ends, and it counts from one container to another, where each has a process 1.
 */
const lockFile = 'running.lock';

/** The process that serves or sends from this data folder, or `null`; `unknown` when it has not said yet which it is. */
export function runningProcess(dataDir: string): number | 'unknown' | null {
  if (!existsSync(join(dataDir, lockFile))) return null;
  const release = takeLock(dataDir);
  release?.();
  return release ? null : writtenPid(dataDir);
}

/** Marks the folder as served by this process until `release`. @throws AppError when another one serves it. */
export function markAsRunning(dataDir: string): { release: () => void } {
  const releaseLock = takeLock(dataDir);
  if (!releaseLock) throw new AppError('ALREADY_RUNNING', { pid: writtenPid(dataDir), dataDir });
  const file = join(dataDir, markFile);
  writeFileSync(file, String(process.pid));
  return {
    release: () => {
      rmSync(file, { force: true });
      releaseLock();
    },
  };
}

/** What gives the lock back, or `null` when somebody has it. The file stays: whoever removed it might remove one that was just locked. */
function takeLock(dataDir: string): (() => void) | null {
  const lock = new DatabaseSync(join(dataDir, lockFile));
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (isBusy(error)) return null;
    throw error;
  }
  return () => lock.close();
}

/** SQLite's number for a database that another connection has locked. */
const busy = 5;

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === busy;
}

function writtenPid(dataDir: string): number | 'unknown' {
  const file = join(dataDir, markFile);
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  return Number.isInteger(pid) && pid > 0 ? pid : 'unknown';
}
