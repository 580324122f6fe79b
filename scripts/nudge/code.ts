import { principles } from '#core/code/principles.ts';
import { localDate } from '#core/planning/calendar/calendar.ts';
import { wordsIn } from '#i18n/words.ts';
import { readOrganisations } from '#server/code/organisations.ts';
import { type CodePrinciple, readCodeYear } from '#server/code/read-code-year.ts';
import { openDatabase } from '#server/database/open-database.ts';
import { asCsv } from '#server/people/as-csv.ts';
import { settingsOfRun } from '../read-environment.ts';
import { drawnTable } from './drawn-table.ts';
import { type Options, wrongUsage } from './options.ts';

const t = wordsIn('en').code;

/** `code [list]`: where each principle stands, with its flags; `code export ORGANISATION`: the same as CSV, with the words. Neither names a person. */
export async function code([act = 'list', slug, stray]: string[], { year: typed }: Options): Promise<void> {
  if (stray) throw wrongUsage(`"${stray}" is one argument too many.`);
  if (act !== 'list' && act !== 'export') throw wrongUsage(`"${act}" is neither list nor export.`);
  if (act === 'export' && !slug) throw wrongUsage('Say whose code to export; "code list" lists them.');
  const on = localDate(Date.now(), 'Etc/UTC').toString();
  const year = yearFrom(typed, Number(on.slice(0, 4)));
  const store = await openDatabase(settingsOfRun());
  try {
    const all = await readOrganisations(store.db);
    const asked = slug ? all.filter((one) => one.slug === slug) : all;
    if (slug && asked.length === 0)
      throw wrongUsage(`There is no "${slug}". There are: ${all.map((one) => one.slug).join(', ') || 'none'}.`);
    if (asked.length === 0) console.log(t.none);
    for (const organisation of asked) {
      const { principles: stated } = await readCodeYear(store.db, organisation.slug, year, on);
      if (act === 'export') process.stdout.write(asCsv(stated.map((entry) => csvLine(organisation.slug, year, entry))));
      else console.log(asTable(`${organisation.slug}, ${year}${organisation.isPublic ? ', public' : ''}`, stated));
    }
  } finally {
    await store.close();
  }
}

function yearFrom(text: string | undefined, thisYear: number): number {
  if (text === undefined) return thisYear;
  if (!/^20\d\d$/.test(text)) throw wrongUsage(`--year "${text}" is not a year; write it as 2026.`);
  return Number(text);
}

function csvLine(organisation: string, year: number, entry: CodePrinciple) {
  const { principle, state, text, ownerFunction, dueOn, flags, before, shift } = entry;
  const { title } = t.principles[principle];
  return {
    ...{ organisation, year, principle, title, state, text, owner: ownerFunction, due: dueOn },
    ...{ flags: flags.join('; '), year_before: before, shift },
  };
}

function asTable(title: string, stated: readonly CodePrinciple[]): string {
  const rows = stated.map(({ principle, state, flags, dueOn, ownerFunction }) => [
    `${principle} of ${principles.length}`,
    t.principles[principle].title,
    state,
    ownerFunction,
    dueOn ?? '',
    flags.join(', '),
  ]);
  const head = ['No.', t.head.principle, t.head.state, t.head.owner, t.head.due, 'Flags'];
  return drawnTable({ title, head, rows }, 'text');
}
