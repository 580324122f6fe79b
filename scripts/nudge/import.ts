import { readFileSync } from 'node:fs';
import { HouseError } from '../../src/house-error.ts';
import { importCsv } from '../../src/people/import-csv.ts';
import { beginTrial } from '../../src/store/demo-mark.ts';
import { inHouse, type Options, onlyArgument } from './options.ts';

/** `import FILE.csv`: people, teams or exposures, all of the file or none of it. */
export async function importFile(positionals: string[], options: Options): Promise<void> {
  const file = onlyArgument(positionals, 'which CSV file to import');
  const text = readText(file);
  const dryRun = options['dry-run'] === true;
  await inHouse(async (house) => {
    const trial = house.settings.demo && !dryRun && (await beginTrial(house.store.db, house.clock()));
    const outcome = await importCsv(house.store.db, {
      text,
      vocabulary: house.catalogue.vocabulary,
      now: house.clock(),
      dryRun,
      prune: options.prune === true,
    });
    if (!outcome.ok) {
      const lines = outcome.faults.map(
        (fault) => `  line ${fault.line}${fault.field ? `, ${fault.field}` : ''}: ${fault.wrong}`,
      );
      throw new HouseError(
        'IMPORT_FAULTS',
        `${file} was not imported; nothing was saved:\n${lines.join('\n')}`,
        'Mend these lines and import it again.',
      );
    }
    const { kind, added, changed, unchanged, removed, leftOut, teamsAdded } = outcome;
    const teams = teamsAdded.length > 0 ? ` New teams: ${teamsAdded.join('; ')}.` : '';
    console.log(
      `${dryRun ? 'Dry run, nothing saved. ' : ''}${kind}: ${added} added, ${changed} changed, ${unchanged} unchanged${removed > 0 ? `, ${removed} removed` : ''}.${teams}`,
    );
    if (leftOut.length > 0) console.log(`Not in the file, and kept: ${leftOut.join('; ')}. --prune takes them away.`);
    if (trial)
      console.log(
        'A trial: without SMTP_URL their mail goes to the inbox on this machine, and the store stays a demo.',
      );
  });
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new HouseError('FILE_UNREADABLE', `The file ${file} cannot be read.`, 'Check its name and folder.', {
      cause: error,
    });
  }
}
