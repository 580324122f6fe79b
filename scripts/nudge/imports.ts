import { AppError } from '#core/errors/app-error.ts';
import { wordsIn } from '#i18n/words.ts';
import { atTheCommandLine, noteAccess } from '#server/desk/access-log.ts';
import { sayInstant } from '#server/log/say-instant.ts';
import { countLines } from '#server/people/imports/count-lines.ts';
import { listImports, readListed } from '#server/people/imports/import-rows.ts';
import { agreeToUndo, runUndo } from '#server/people/imports/run-import.ts';
import { readLeftUndone } from '#server/people/imports/undo-import.ts';
import { canUndo } from '#server/people/imports/undoable.ts';
import { drawnTable } from './drawn-table.ts';
import { onlyArgument, wrongUsage } from './options.ts';
import { withApp } from './with-app.ts';

const t = wordsIn('en').peopleImport;

/** Lines listed of imports, and of what could not be put back. */
const most = 200;

/** `imports`: past imports of people, the newest first. */
export async function imports([stray]: string[]): Promise<void> {
  if (stray) throw wrongUsage(`"${stray}" is one argument too many.`);
  await withApp(async ({ store }) => {
    const rows = (await listImports(store.db, null, most)).map((one) => [
      one.key,
      sayInstant(one.madeAt),
      one.madeBy,
      one.fileName,
      [t.past.states[one.state], ...countLines(one.counts, t.done.counts)].join(', '),
    ]);
    const head = ['ID', t.past.when, t.past.who, t.past.file, t.past.what];
    console.log(rows.length === 0 ? t.past.none : drawnTable({ title: t.past.title, head, rows }, 'text'));
  });
}

/** `undo-import ID`: puts back what an import changed and nobody has changed since. */
export async function undoImportOf(positionals: string[]): Promise<void> {
  const key = onlyArgument(positionals, 'which import to undo; "imports" lists them');
  await withApp(async ({ store, clock, stopping, settings: { demo } }) => {
    const { db } = store;
    const listed = await readListed(db, key);
    const begun = listed?.state === 'undoing' || (listed && canUndo(listed, clock()));
    if (!listed || !begun) throw new AppError('IMPORT_NOT_UNDOABLE', { key });
    if (listed.state !== 'undoing' && !(await agreeToUndo(db, key, atTheCommandLine, clock())))
      throw new AppError('IMPORT_NOT_UNDOABLE', { key });
    if ((await runUndo({ db, clock, stopping, demo }, key)) === 'busy')
      throw new AppError('IMPORT_NOT_UNDOABLE', { key });
    await noteAccess(db, { who: atTheCommandLine, act: 'undid-import', teamId: null, subject: null }, clock());
    console.log(`${t.done.undoneTitle}: ${listed.fileName}.`);
    for (const { name, email, why } of await readLeftUndone(db, key, most))
      console.log(`${t.undo.leftTitle}: ${[name, email].filter(Boolean).join(', ')}: ${t.undo.why[why]}`);
  });
}
