import type { Vocabulary } from '#catalogue/schema/vocabulary.ts';
import { didYouMean } from '#core/text/did-you-mean.ts';
import { inputNamer, termNamed } from '#search/name-inputs.ts';
import { inBatches } from '#server/database/in-batches.ts';
import type { Db } from '#server/database/open-database.ts';
import type { ExposureRow } from '#server/database/schema.ts';
import { checkRecords } from './check-records.ts';
import { type ExposureRowIn, exposureRowSchema, type NamedItem, toExposureColumns } from './exposure-row.ts';
import type { FileFault } from './files/staff-file.ts';
import {
  type Compared,
  compareRows,
  fateOf,
  type ImportInput,
  type ImportOutcome,
  type Numbered,
  readTeamIds,
} from './import-outcome.ts';

/** Takes in what teams depend on. Items that the file leaves out stay, unless it is to prune. */
export async function importExposures(db: Db, input: ImportInput): Promise<ImportOutcome> {
  const table = checkRecords(input.records, exposureRowSchema);
  if (!table.ok) return table;
  const teams = await readTeamIds(db);
  const faults = [
    ...unknownTeams(table.rows, [...teams.keys()]),
    ...unknownFamilies(table.rows, input.vocabulary),
    ...repeatedItems(table.rows),
  ];
  if (faults.length > 0) return { ok: false, faults };
  const nameOf = itemNamer(input.vocabulary);
  const known = await readKnown(db, table.rows);
  const { counts, toSave } = compareExposures(table.rows, known, nameOf);
  const leftOut = itemsLeftOut(table.rows, known);
  const toRemove = input.prune ? leftOut : [];
  if (!input.dryRun) {
    await inBatches(db, toSave, async (trx, rows) => {
      for (const { row } of rows)
        await saveExposure(trx, toExposureColumns(row, nameOf(row)), teams.get(row.team) ?? 0);
    });
    await inBatches(db, toRemove, removeItems);
  }
  const stayed = input.prune ? [] : leftOut.map(({ team, name }) => `${team}: ${name}`);
  const unnamed = table.rows.filter(({ row }) => nameOf(row).family === null);
  return {
    ok: true,
    kind: 'exposures',
    leftOut: stayed,
    erased: [],
    unnamed: unnamed.map(({ row }) => `${row.team}: ${row.item}`),
    ...counts,
    removed: toRemove.length,
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

function unknownFamilies(rows: Numbered<ExposureRowIn>[], { families }: Vocabulary): FileFault[] {
  const known = families.map(({ id }) => id);
  return rows.flatMap(({ line, row: { family } }) =>
    family && termNamed(families, family) === null
      ? [{ line, field: 'family', wrong: `"${family}" is not a known family. Known are: ${known.join(', ')}.` }]
      : [],
  );
}

function unknownTeams(rows: Numbered<ExposureRowIn>[], known: string[]): FileFault[] {
  return rows.flatMap(({ line, row }) => {
    if (known.includes(row.team)) return [];
    const near = known.length > 0 ? ` ${didYouMean(row.team, known)}` : '';
    return [{ line, field: 'team', wrong: `no team is called "${row.team}"; import its people first.${near}` }];
  });
}

function repeatedItems(rows: Numbered<ExposureRowIn>[]): FileFault[] {
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

/** Items that teams of the file have already. */
type KnownItem = ExposureRow & { team: string };

async function readKnown(db: Db, rows: readonly Numbered<ExposureRowIn>[]): Promise<KnownItem[]> {
  const named = [...new Set(rows.map(({ row }) => row.team))];
  return db
    .selectFrom('exposure')
    .innerJoin('team', 'team.id', 'exposure.team_id')
    .selectAll('exposure')
    .select('team.name as team')
    .where('team.name', 'in', named)
    .orderBy('exposure.id')
    .execute();
}

const keyOf = (team: string, item: string) => `${team}\n${item}`;

function compareExposures(
  rows: readonly Numbered<ExposureRowIn>[],
  known: readonly KnownItem[],
  nameOf: ItemNamer,
): Compared<ExposureRowIn> {
  const byKey = new Map(known.map((item) => [keyOf(item.team, item.name), item]));
  return compareRows(rows, [], (row) =>
    fateOf(byKey.get(keyOf(row.team, row.item)), toExposureColumns(row, nameOf(row))),
  );
}

function itemsLeftOut(rows: readonly Numbered<ExposureRowIn>[], known: readonly KnownItem[]): KnownItem[] {
  const listed = new Set(rows.map(({ row }) => keyOf(row.team, row.item)));
  return known.filter(({ team, name }) => !listed.has(keyOf(team, name)));
}

async function removeItems(trx: Db, items: readonly KnownItem[]): Promise<void> {
  const ids = items.map(({ id }) => id);
  await trx.deleteFrom('exposure').where('id', 'in', ids).execute();
}

async function saveExposure(trx: Db, patch: ReturnType<typeof toExposureColumns>, team_id: number): Promise<void> {
  const known = await trx
    .selectFrom('exposure')
    .select('id')
    .where('team_id', '=', team_id)
    .where('name', '=', patch.name)
    .executeTakeFirst();
  if (known) await trx.updateTable('exposure').set(patch).where('id', '=', known.id).execute();
  else
    await trx
      .insertInto('exposure')
      .values({ team_id, ...patch })
      .execute();
}
