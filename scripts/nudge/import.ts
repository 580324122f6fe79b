import { readFileSync } from 'node:fs';
import { AppError } from '#core/errors/app-error.ts';
import { beginTrial } from '#server/database/demo-mark.ts';
import { readStaffFile } from '#server/people/files/read-staff-file.ts';
import type { FileAnswers, StaffFile } from '#server/people/files/staff-file.ts';
import type { ImportOutcome } from '#server/people/import-outcome.ts';
import { importStaffFile } from '#server/people/import-staff-file.ts';
import { type RefusedLine, refusedLine, refusedText } from '#server/people/refused-line.ts';
import { houseStore } from '#server/walls/read-wall.ts';
import { fileAnswersFrom } from './file-answers.ts';
import { questionLines } from './file-questions.ts';
import { importPeopleFile, trial } from './import-people.ts';
import { type Options, onlyArgument } from './options.ts';
import { withApp } from './with-app.ts';

type ReadFile = Extract<StaffFile, { ok: true }>;

/** `import FILE`: people, teams or exposures; nothing of a file that has a fault, or leaves something in doubt. */
export async function importFile(positionals: string[], options: Options): Promise<void> {
  const path = onlyArgument(positionals, 'which file to import');
  const bytes = bytesOf(path);
  const answers = fileAnswersFrom(options);
  const file = await readFile(path, bytes, answers);
  const dryRun = options['dry-run'] === true;
  await withApp(async (app) => {
    console.log(foundSentence(file));
    if (file.found.list === 'people') return importPeopleFile(app, { name: path, bytes }, answers, options);
    const isTrial = app.settings.demo && !dryRun && (await beginTrial(app.store.db, app.clock()));
    const outcome = await importStaffFile(await houseStore(app.store.db), file, {
      vocabulary: app.catalogue.vocabulary,
      now: app.clock(),
      dryRun,
      prune: options.prune === true,
    });
    if (!outcome.ok) throw faultsError(path, outcome.faults);
    for (const sentence of outcomeSentences(outcome, dryRun)) console.log(sentence);
    if (isTrial) console.log(trial);
  });
}

async function readFile(path: string, bytes: Uint8Array, answers: FileAnswers): Promise<ReadFile> {
  const file = await readStaffFile(bytes, path, answers);
  if (!file.ok) throw faultsError(path, file.faults.map(refusedLine));
  if (file.questions.length > 0)
    throw new AppError('IMPORT_QUESTIONS', { file: path, questions: file.questions.flatMap(questionLines) });
  return file;
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new AppError('FILE_UNREADABLE', { file }, { cause: error });
  }
}

function faultsError(file: string, faults: readonly RefusedLine[]): AppError {
  return new AppError('IMPORT_FAULTS', { file, lines: faults.map(refusedText) });
}

const delimiterNames: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
};

/** How the file was read, so that a wrong reading is seen at once. */
function foundSentence({ found, leftOut }: ReadFile): string {
  const { kind, encoding, delimiter, sheet, decimal, headingLine } = found;
  const of = kind === 'csv' ? `${encoding}, ${delimiterNames[delimiter ?? '']}` : `sheet ${sheet}`;
  const sign = decimal ? `, decimal ${decimal}` : '';
  const unused = leftOut.length > 0 ? ` Columns left out: ${leftOut.map(({ heading }) => heading).join(', ')}.` : '';
  return `Read as ${kind.toUpperCase()} (${of}${sign}), headings in line ${headingLine}.${unused}`;
}

function outcomeSentences(outcome: Extract<ImportOutcome, { ok: true }>, dryRun: boolean): string[] {
  const { kind, added, changed, unchanged, removed, leftOut, unnamed, erased, teamsAdded } = outcome;
  const teams = teamsAdded.length > 0 ? ` New teams: ${teamsAdded.join('; ')}.` : '';
  const gone = removed > 0 ? `, ${removed} removed` : '';
  const sentences = [
    `${dryRun ? 'Dry run, nothing saved. ' : ''}${kind}: ${added} added, ${changed} changed, ${unchanged} unchanged${gone}.${teams}`,
  ];
  if (leftOut.length > 0) sentences.push(`Not in the file, and kept: ${leftOut.join('; ')}. --prune takes them away.`);
  if (erased.length > 0)
    sentences.push(
      `Left out, because they were erased: ${erased.join('; ')}. If one of them asks to be in again: npm run nudge -- refused --lift ADDRESS, then import once more.`,
    );
  if (unnamed.length > 0)
    sentences.push(
      `Of no known kind, so only their figures count: ${unnamed.join('; ')}. The column family says what they are: metal, food, software and so on.`,
    );
  return sentences;
}
