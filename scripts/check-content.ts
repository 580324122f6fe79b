import { parseArgs } from 'node:util';
import { ContentError, faultLine } from '../src/catalogue/content-fault.ts';
import { readContent } from '../src/catalogue/read-content.ts';

/** `node scripts/check-content.ts [WORD]`: every fault in content/, or those in files whose path holds WORD. */
const { positionals } = parseArgs({ allowPositionals: true });
const word = positionals[0] ?? '';

try {
  const catalogue = readContent('content');
  console.log(
    `${catalogue.cases.length} cases, ${catalogue.lessons.length} lessons, ${catalogue.modules.length} modules: nothing to mend.`,
  );
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  const faults = error.faults.filter((fault) => fault.file.includes(word));
  for (const fault of faults) console.error(faultLine(fault));
  console.error(`${faults.length} to mend${word ? ` in files with "${word}"` : ''}, ${error.faults.length} in all.`);
  process.exitCode = error.faults.length > 0 ? 1 : 0;
}
