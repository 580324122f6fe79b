import { readdir, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { good, type Verdict, wrong } from './finding.ts';

/** What a file system says of itself, as `node:fs` gives it: blocks, their size in bytes, and files. */
export type DiskFigures = { bsize: number; bavail: number; files: number; ffree: number };

export type ReadDisk = (folder: string) => Promise<DiskFigures>;

export const readDisk: ReadDisk = (folder) => statfs(folder);

/** Bytes for the log of what is being written, and for what else shares the disk. */
const spareBytes = 64 * 2 ** 20;

const fewestFiles = 100;

const inMegabytes = new Intl.NumberFormat('en', { style: 'unit', unit: 'megabyte', maximumFractionDigits: 0 });
const size = (bytes: number) => inMegabytes.format(bytes / 2 ** 20);

/**
 * Whether the disk has room for the store to be made anew, as a new form of it may ask, and for a backup beside it. A store that cannot be
 * written to makes mail wait, or come twice.
 */
export async function diskRoom(dataDir: string, disk: ReadDisk): Promise<Verdict> {
  const { bsize, bavail, files, ffree } = await disk(dataDir);
  const free = bsize * bavail;
  const store = await bytesIn(dataDir);
  const needed = 2 * store + spareBytes;
  if (free < needed)
    return wrong(
      `${size(free)} are free on the disk of ${dataDir}; the folder takes ${size(store)}, and ${size(needed)} should be free for it to grow and for a backup. Remove old backups and stores that were set aside (nodomoto.sqlite.kept-…), or give it a larger disk.`,
    );
  // Some file systems have no fixed number of files, and say nought.
  if (files > 0 && ffree < fewestFiles)
    return wrong(`The disk of ${dataDir} has room for ${ffree} more files only. Remove files that nobody needs.`);
  return good();
}

async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.name.includes('.kept-'));
  const sizes = await Promise.all(files.map(async ({ name }) => (await stat(join(folder, name))).size));
  return sizes.reduce((sum, bytes) => sum + bytes, 0);
}
