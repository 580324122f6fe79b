import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#core/errors/app-error.ts';

const markFile = 'running.pid';

/** The process that serves or sends from this data folder, or `null`. A mark left by one that was killed counts for nothing. */
export function runningProcess(dataDir: string): number | null {
  try {
    const pid = Number(readFileSync(join(dataDir, markFile), 'utf8'));
    if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return null;
    process.kill(pid, 0);
    return pid;
  } catch {
    return null;
  }
}

/** Marks the folder as served by this process until `release`. @throws AppError when another one serves it. */
export function markAsRunning(dataDir: string): { release: () => void } {
  const other = runningProcess(dataDir);
  if (other !== null) throw new AppError('ALREADY_RUNNING', { pid: other, dataDir });
  const file = join(dataDir, markFile);
  writeFileSync(file, String(process.pid));
  return { release: () => rmSync(file, { force: true }) };
}
