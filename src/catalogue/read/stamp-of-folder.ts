import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Changes when a file below the folder is written, added or taken away; looking costs a few milliseconds. */
export function stampOfFolder(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${name} ${statSync(join(folder, name)).mtimeMs}`)
    .join('\n');
}
