import { atTheCommandLine, noteAccess } from '#server/desk/access-log.ts';
import { exportProfiles } from '#server/people/export-profiles.ts';
import { type Options, onlyArgument, withApp } from './options.ts';
import { writeNewFiles } from './write-new-files.ts';

/** `export FOLDER`: people, teams and exposures as files that import takes back. Never writes over a file. */
export async function exportFiles(positionals: string[], _options: Options): Promise<void> {
  const folder = onlyArgument(positionals, 'into which folder to write the files');
  await withApp(async (app) => {
    const files = await exportProfiles(app.store.db);
    await noteAccess(
      app.store.db,
      { who: atTheCommandLine, act: 'exported', teamId: null, subject: null },
      app.clock(),
    );
    writeNewFiles(folder, files);
    console.log(
      'Edit them and take them in again with import; --prune also takes away items that a file no longer lists.',
    );
  });
}
