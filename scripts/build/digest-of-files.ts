import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A digest of everything below some files and folders but tests, and of words that what is made of them depends on too. */
export function digestOfFiles(paths: readonly string[], words: readonly string[]): string {
  const digest = createHash('sha256');
  for (const word of words) digest.update(word);
  for (const file of paths.flatMap(filesBelow)) digest.update(file).update(readFileSync(file));
  return digest.digest('hex');
}

function filesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(test|e2e)\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
