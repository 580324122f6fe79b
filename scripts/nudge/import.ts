import { readFileSync } from 'node:fs';
import { AppError } from '#core/errors/app-error.ts';
import { beginTrial } from '#server/database/demo-mark.ts';
import { readStaffFile } from '#server/people/files/read-staff-file.ts';
import { importCsv } from '#server/people/import-csv.ts';
import { importPeopleFile } from './import-people.ts';
import { type Options, onlyArgument, withApp } from './options.ts';

/** `import FILE.csv`: people, teams or exposures; nothing of a file that has a fault. */
export async function importFile(positionals: string[], options: Options): Promise<void> {
  const file = onlyArgument(positionals, 'which CSV file to import');
  const bytes = bytesOf(file);
  const text = new TextDecoder().decode(bytes);
  const dryRun = options['dry-run'] === true;
  await withApp(async (app) => {
    const asPeople = await readStaffFile(bytes, file, {});
    if (asPeople.ok && asPeople.found.list === 'people')
      return importPeopleFile(app, { name: file, bytes }, {}, options);
    const trial = app.settings.demo && !dryRun && (await beginTrial(app.store.db, app.clock()));
    const outcome = await importCsv(app.store.db, {
      text,
      vocabulary: app.catalogue.vocabulary,
      now: app.clock(),
      dryRun,
      prune: options.prune === true,
    });
    if (!outcome.ok) {
      const lines = outcome.faults.map(
        (fault) => `line ${fault.line}${fault.field ? `, ${fault.field}` : ''}: ${fault.wrong}`,
      );
      throw new AppError('IMPORT_FAULTS', { file, lines });
    }
    const { kind, added, changed, unchanged, removed, leftOut, unnamed, erased, teamsAdded } = outcome;
    const teams = teamsAdded.length > 0 ? ` New teams: ${teamsAdded.join('; ')}.` : '';
    console.log(
      `${dryRun ? 'Dry run, nothing saved. ' : ''}${kind}: ${added} added, ${changed} changed, ${unchanged} unchanged${removed > 0 ? `, ${removed} removed` : ''}.${teams}`,
    );
    if (leftOut.length > 0) console.log(`Not in the file, and kept: ${leftOut.join('; ')}. --prune takes them away.`);
    if (erased.length > 0)
      console.log(
        `Left out, because they were erased: ${erased.join('; ')}. If one of them asks to be in again: npm run nudge -- refused --lift ADDRESS, then import once more.`,
      );
    if (unnamed.length > 0)
      console.log(
        `Of no known kind, so only their figures count: ${unnamed.join('; ')}. The column family says what they are: metal, food, software and so on.`,
      );
    if (trial)
      console.log(
        'A trial: without SMTP_URL their mail goes to the inbox on this machine, and the store stays a demo.',
      );
  });
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new AppError('FILE_UNREADABLE', { file }, { cause: error });
  }
}
