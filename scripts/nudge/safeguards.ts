import { readFileSync } from 'node:fs';
import { firstLanguage } from '#i18n/languages.ts';
import type { AppContext } from '#server/app-context.ts';
import { atTheCommandLine, noteAccess } from '#server/desk/access-log.ts';
import { importRegister, type RowFault } from '#server/safeguards/import-register.ts';
import { readSafeguards, type Safeguard } from '#server/safeguards/read-safeguards.ts';
import { registerCsv } from '#server/safeguards/register-csv.ts';
import { houseStore } from '#server/walls/read-wall.ts';
import { type Options, wrongUsage } from './options.ts';
import { withApp } from './with-app.ts';

/** `safeguards`: the register, line by line; `export` prints it as CSV, `import FILE` takes one in. */
export async function safeguards([act, file, stray]: string[], options: Options): Promise<void> {
  if (stray) throw wrongUsage(`"${stray}" is one argument too many.`);
  if (act === 'import' && !file) throw wrongUsage('Say which file to take in.');
  if (act !== undefined && act !== 'import' && act !== 'export')
    throw wrongUsage(`"${act}" is nothing that safeguards can do; there are export and import.`);
  if (act !== 'import' && (file || options['dry-run'])) throw wrongUsage('Only import takes a file and --dry-run.');
  await withApp(async (app) => {
    if (act === 'import' && file) return takeIn(app, file, options['dry-run'] === true);
    const all = await readSafeguards(await houseStore(app.store.db), { of: 'all' }, app.clock());
    if (act !== 'export') return console.log(all.map(asText).join('\n') || 'No safeguard is entered yet.');
    await note(app, 'exported');
    process.stdout.write(registerCsv(all, app.library[firstLanguage], app.settings.siteUrl));
  });
}

async function takeIn(app: AppContext, file: string, dryRun: boolean): Promise<void> {
  const { cases } = app.library[firstLanguage];
  const by = { desk: atTheCommandLine };
  const taken = await importRegister(
    app.store.db,
    { text: readFileSync(file, 'utf8'), cases, dryRun },
    by,
    app.clock(),
  );
  if ('unreadable' in taken) throw wrongUsage(`${file} is no table: ${taken.unreadable}`);
  if (!taken.ok) throw wrongUsage(`Nothing was taken in.\n${taken.faults.map(faultText).join('\n')}`);
  if (!dryRun && taken.added > 0) await note(app, 'changed-safeguard');
  const said = `${taken.added} new, ${taken.known} known already.`;
  console.log(dryRun ? `${said} Nothing was saved.` : said);
}

function faultText({ line, field, fault, found }: RowFault): string {
  return `  line ${line}, ${field}: ${fault}${found.length > 0 ? ` (${found.join('; ')})` : ''}`;
}

function asText({ id, title, team, owner, standing }: Safeguard): string {
  const status = standing.overdue ? `overdue (${standing.overdue})` : standing.status;
  return `${id}  ${status}  ${team.name}: ${title}  [${owner?.email ?? 'owner missing'}]`;
}

function note(app: AppContext, act: 'exported' | 'changed-safeguard'): Promise<void> {
  return noteAccess(app.store.db, { who: atTheCommandLine, act, teamId: null, subject: null }, app.clock());
}
