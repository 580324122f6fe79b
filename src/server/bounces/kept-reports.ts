import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where reports wait that nobody could read, each a file. */
export function keptFolder(dataDir: string): string {
  return join(dataDir, 'unread-reports');
}

/** Beyond it nobody reads them, and whoever sends more must not fill the disk. */
const mostKept = 100;

/** Keeps a report for somebody to read, once however often it comes; `false` when too many wait already. */
export function keepReport(dataDir: string, raw: Uint8Array): boolean {
  const folder = keptFolder(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const name = `${createHash('sha256').update(raw).digest('hex').slice(0, 16)}.eml`;
  const kept = keptReports(dataDir);
  if (kept.includes(name)) return true;
  if (kept.length >= mostKept) return false;
  writeFileSync(join(folder, name), raw, { mode: 0o600 });
  return true;
}

/** Names of the reports that wait to be read. */
export function keptReports(dataDir: string): string[] {
  try {
    return readdirSync(keptFolder(dataDir)).filter((name) => name.endsWith('.eml'));
  } catch {
    // None was ever kept.
    return [];
  }
}
