import { parseArgs } from 'node:util';
import { contentFolder } from '#catalogue/read/content-folder.ts';
import { readOpenLibrary } from '#catalogue/read/read-content.ts';
import { printFaults } from './check-content/print-faults.ts';
import { printGuess } from './check-content/print-guess.ts';
import { runCommand } from './run-command.ts';

/** What `--guess` and its like read: all that can be read, so that one broken case hides no figure of the others. */
function readableCases() {
  const { library, leftOut } = readOpenLibrary(contentFolder);
  if (leftOut.length > 0) console.log(`Left out until it is mended: ${leftOut.map(({ id }) => id).join(', ')}.`);
  return library.en.cases;
}

await runCommand(async () => {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { guess: { type: 'boolean' } } });
  const word = positionals[0] ?? null;
  if (values.guess) return printGuess(readableCases(), word);
  printFaults(contentFolder, word ?? '');
});
