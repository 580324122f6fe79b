import { parseArgs } from 'node:util';
import type { Catalogue } from '#catalogue/catalogue.ts';
import { contentFolder } from '#catalogue/read/content-folder.ts';
import { readFiles, readOpenLibrary } from '#catalogue/read/read-content.ts';
import { printDue } from './check-content/print-due.ts';
import { printFaults } from './check-content/print-faults.ts';
import { printGuess } from './check-content/print-guess.ts';
import { printLessons } from './check-content/print-lessons.ts';
import { printTics } from './check-content/print-tics.ts';
import { usage } from './check-content/usage.ts';
import { runCommand } from './run-command.ts';
import { UsageError } from './usage-error.ts';

/** What `--guess` and its like read: all that can be read, so that one broken case hides no figure of the others. */
function readable(): Catalogue {
  const { library, leftOut } = readOpenLibrary(contentFolder);
  if (leftOut.length > 0) console.log(`Left out until it is mended: ${leftOut.map(({ id }) => id).join(', ')}.`);
  return library.en;
}

const options = {
  lessons: { type: 'boolean' },
  guess: { type: 'boolean' },
  tics: { type: 'boolean' },
  due: { type: 'boolean' },
  on: { type: 'string' },
} as const;

function readOptions() {
  try {
    return parseArgs({ allowPositionals: true, options });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), usage);
  }
}

await runCommand(async () => {
  const { positionals, values } = readOptions();
  const word = positionals[0] ?? null;
  const today = new Date().toISOString().slice(0, 10);
  if (values.due) return printDue(readable(), values.on ?? today.slice(0, 7));
  if (values.lessons) return printLessons(readable());
  if (values.tics) return printTics(readFiles(contentFolder).parts.cases, word);
  if (values.guess) return printGuess(readable().cases, word);
  printFaults(contentFolder, word ?? '', today);
});
