import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#core/errors/app-error.ts';
import { exportProfiles } from '#server/people/export-profiles.ts';
import { type Options, onlyArgument, withApp } from './options.ts';

/** `export FOLDER`: people, teams and exposures as files that import takes back. Never writes over a file. */
export async function exportFiles(positionals: string[], _options: Options): Promise<void> {
  const folder = onlyArgument(positionals, 'into which folder to write the files');
  await withApp(async (app) => {
    const files = Object.entries(await exportProfiles(app.store.db));
    const there = files.find(([name]) => existsSync(join(folder, name)));
    if (there) throw new AppError('EXPORT_EXISTS', { file: join(folder, there[0]) });
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of files) {
      writeFileSync(join(folder, name), text, { mode: 0o600 });
      console.log(`${join(folder, name)}: ${text.trim().split('\n').length - 1} lines`);
    }
    console.log(
      'Edit them and take them in again with import; --prune also takes away items that a file no longer lists.',
    );
  });
}
