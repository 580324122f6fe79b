import { lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A folder for things that are made once and used again, among the machine's temporary ones, where everybody may write: its name is known,
 * so somebody else could have laid it. @throws when it is not ours alone to write.
 */
export function ownFolder(name: string): string {
  const user = process.getuid?.() ?? 0;
  const folder = join(tmpdir(), `nodomoto-${name}-${user}`);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const { mode, uid, isDirectory } = statOf(folder);
  const writableByOthers = process.platform !== 'win32' && (uid !== user || (mode & 0o022) !== 0);
  if (!isDirectory || writableByOthers)
    throw new Error(`${folder} may be written by others; remove it and build again.`);
  return folder;
}

function statOf(folder: string) {
  const found = lstatSync(folder);
  return { mode: found.mode, uid: found.uid, isDirectory: found.isDirectory() };
}
