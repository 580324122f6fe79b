import type { Vocabulary } from '#catalogue/schema/vocabulary.ts';
import { didYouMean } from '#core/text/did-you-mean.ts';
import { inputNamer, termNamed } from '#search/name-inputs.ts';
import { inOneGo } from '#server/database/in-one-go.ts';
import type { Db } from '#server/database/open-database.ts';
import { changes } from './cell.ts';
import { type LineFault, readTable } from './csv-table.ts';
import { type ExposureRowIn, exposureRowSchema, type NamedItem, toExposureColumns } from './exposure-row.ts';
import {
  type ImportCounts,
  type ImportInput,
  type ImportOutcome,
  type Numbered,
  nothingCounted,
} from './import-outcome.ts';

type TeamIds = ReadonlyMap<string, number>;

/** Takes in what teams depend on. Items that the file leaves out stay, unless it is to prune. */
export async function importExposures(db: Db, input: ImportInput): Promise<ImportOutcome> {
  const table = readTable(input.text, exposureRowSchema);
  if (!table.ok) return table;
  const teams = new Map(
    (await db.selectFrom('team').select(['id', 'name']).execute()).map((team) => [team.name, team.id]),
  );
  const faults = [
    ...unknownTeams(table.rows, [...teams.keys()]),
    ...unknownFamilies(table.rows, input.vocabulary),
    ...repeatedItems(table.rows),
  ];
  if (faults.length > 0) return { ok: false, faults };
  const leftOut = await itemsLeftOut(db, table.rows, teams);
  const nameOf = itemNamer(input.vocabulary);
  const counts = await inOneGo(db, input.dryRun, async (trx) => ({
    ...(await saveExposures(trx, table.rows, teams, nameOf)),
    removed: input.prune ? await removeItems(trx, leftOut) : 0,
  }));
  const stayed = input.prune ? [] : leftOut.map(({ team, item }) => `${team}: ${item}`);
  const unnamed = table.rows.filter(({ row }) => nameOf(row).family === null);
  return {
    ok: true,
    kind: 'exposures',
    leftOut: stayed,
    erased: [],
    unnamed: unnamed.map(({ row }) => `${row.team}: ${row.item}`),
    ...counts,
  };
}

/** Free text may be said to be one, with this before it. */
const freeText = /^other\s*:\s*/i;

type ItemNamer = (row: ExposureRowIn) => NamedItem;

/** What an item is: what its input says, else what its name does. The family that a file gives goes before the one its words suggest. */
function itemNamer(vocabulary: Vocabulary): ItemNamer {
  const namer = inputNamer(vocabulary);
  return ({ item, input, family }) => {
    const written = input ?? '';
    const own = written.replace(freeText, '');
    const given = family ? termNamed(vocabulary.families, family) : null;
    const known = vocabulary.inputs.some(({ id }) => id === own) ? own : null;
    const byInput = namer(known ? known.replaceAll('-', ' ') : own);
    const byName = namer(item);
    const guessed = freeText.test(written) ? null : (known ?? byInput.input ?? (own === '' ? byName.input : null));
    const ofGuessed = vocabulary.inputs.find(({ id }) => id === guessed)?.family ?? null;
    return {
      input: guessed,
      said: guessed === null && own !== '' ? own : null,
      family: given ?? ofGuessed ?? byInput.family ?? byName.family,
    };
  };
}

function unknownFamilies(rows: Numbered<ExposureRowIn>[], { families }: Vocabulary): LineFault[] {
  const known = families.map(({ id }) => id);
  return rows.flatMap(({ line, row: { family } }) =>
    family && termNamed(families, family) === null
      ? [{ line, field: 'family', wrong: `"${family}" is not a known family. Known are: ${known.join(', ')}.` }]
      : [],
  );
}

function unknownTeams(rows: Numbered<ExposureRowIn>[], known: string[]): LineFault[] {
  return rows.flatMap(({ line, row }) => {
    if (known.includes(row.team)) return [];
    const near = known.length > 0 ? ` ${didYouMean(row.team, known)}` : '';
    return [{ line, field: 'team', wrong: `no team is called "${row.team}"; import its people first.${near}` }];
  });
}

function repeatedItems(rows: Numbered<ExposureRowIn>[]): LineFault[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ line, row }) => {
    const key = `${row.team}\n${row.item}`;
    const known = first.get(key);
    if (known !== undefined)
      return [{ line, field: 'item', wrong: `"${row.item}" of ${row.team} stands on line ${known} already` }];
    first.set(key, line);
    return [];
  });
}

type LeftOut = { id: number; team: string; item: string };

async function itemsLeftOut(db: Db, rows: Numbered<ExposureRowIn>[], teams: TeamIds): Promise<LeftOut[]> {
  const named = [...new Set(rows.map(({ row }) => row.team))];
  const listed = new Set(rows.map(({ row }) => `${teams.get(row.team)}\n${row.item}`));
  const known = await db
    .selectFrom('exposure')
    .innerJoin('team', 'team.id', 'exposure.team_id')
    .select(['exposure.id', 'exposure.team_id', 'exposure.name as item', 'team.name as team'])
    .where('team.name', 'in', named)
    .orderBy('exposure.id')
    .execute();
  return known.filter(({ team_id, item }) => !listed.has(`${team_id}\n${item}`));
}

async function removeItems(trx: Db, items: readonly LeftOut[]): Promise<number> {
  for (const { id } of items) await trx.deleteFrom('exposure').where('id', '=', id).execute();
  return items.length;
}

async function saveExposures(
  trx: Db,
  rows: Numbered<ExposureRowIn>[],
  teams: TeamIds,
  nameOf: ItemNamer,
): Promise<ImportCounts> {
  const counts = nothingCounted();
  for (const { row } of rows)
    counts[await saveExposure(trx, toExposureColumns(row, nameOf(row)), teams.get(row.team) ?? 0)] += 1;
  return counts;
}

async function saveExposure(
  trx: Db,
  patch: ReturnType<typeof toExposureColumns>,
  team_id: number,
): Promise<'added' | 'changed' | 'unchanged'> {
  const known = await trx
    .selectFrom('exposure')
    .selectAll()
    .where('team_id', '=', team_id)
    .where('name', '=', patch.name)
    .executeTakeFirst();
  if (!known) {
    await trx
      .insertInto('exposure')
      .values({ team_id, ...patch })
      .execute();
    return 'added';
  }
  if (!changes(known, patch)) return 'unchanged';
  await trx.updateTable('exposure').set(patch).where('id', '=', known.id).execute();
  return 'changed';
}
