import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { AppError } from '#core/errors/app-error.ts';
import { playerFile } from '#course/player-files.ts';
import type { PlayerFiles } from './pack-course.ts';

/** Reads what the build wrote for packages. @throws AppError when nothing was built. */
export function readPlayerFiles(folder: string): PlayerFiles {
  try {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
    return new Map(paths.map((path) => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path)]));
  } catch (error) {
    throw new AppError('NOT_BUILT', { file: join(folder, playerFile) }, { cause: error });
  }
}
