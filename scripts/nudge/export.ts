import { atTheCommandLine, noteAccess } from '#server/desk/access-log.ts';
import { exportProfiles, exportWorkbooks } from '#server/people/export-profiles.ts';
import { houseStore } from '#server/walls/read-wall.ts';
import { type Options, onlyArgument } from './options.ts';
import { withApp } from './with-app.ts';
import { writeNewFiles } from './write-new-files.ts';

/** `export FOLDER`: people, teams and exposures as files that import takes back, as CSV or as workbooks. Never writes over a file. */
export async function exportFiles(positionals: string[], options: Options): Promise<void> {
  const folder = onlyArgument(positionals, 'into which folder to write the files');
  await withApp(async (app) => {
    const files = await (options.xlsx ? exportWorkbooks : exportProfiles)(await houseStore(app.store.db));
    await noteAccess(
      app.store.db,
      { who: atTheCommandLine, act: 'exported', teamId: null, subject: null },
      app.clock(),
    );
    writeNewFiles(folder, { ...files });
    if (!options.xlsx)
      console.log(
        'To edit them in a spreadsheet, export with --xlsx: as CSV it may give 12.5 back as a date, and an apostrophe shows before what it would alter.',
      );
    console.log(
      'Edit them and take them in again with import; --prune also takes away items that a file no longer lists.',
    );
  });
}
