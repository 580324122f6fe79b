import type { Vocabulary } from '#catalogue/schema/vocabulary.ts';
import { didYouMean } from '#core/text/did-you-mean.ts';
import { termNamed } from '#search/name-inputs.ts';
import { inBatches } from '#server/database/in-batches.ts';
import type { Db } from '#server/database/open-database.ts';
import type { ExposureRow } from '#server/database/schema.ts';
import { checkRecords } from './check-records.ts';
import { type ExposureRowIn, exposureRowSchema, toExposureColumns } from './exposure-row.ts';
import {
  type Compared,
  compareRows,
  fateOf,
  type ImportInput,
  type ImportOutcome,
  type Numbered,
} from './import-outcome.ts';
import { type ItemNamer, itemNamer } from './item-namer.ts';
import type { RefusedLine } from './refused-line.ts';
import { readTeamNames, type TeamNames } from './team-names.ts';

/** Takes in what teams depend on. Items that the file leaves out stay, unless it is to prune. */
export async function importExposures(db: Db, input: ImportInput): Promise<ImportOutcome> {
  const table = checkRecords(input.records, exposureRowSchema);
  if (!table.ok) return table;
  const teams = await readTeamNames(db);
  const faults = [
    ...unknownTeams(table.rows, teams),
    ...unknownFamilies(table.rows, input.vocabulary),
    ...repeatedItems(table.rows, teams),
  ];
  if (faults.length > 0) return { ok: false, faults };
  const nameOf = itemNamer(input.vocabulary);
  const keyOf = itemKeys(teams);
  const known = await readKnown(db, table.rows, teams);
  const { counts, toSave } = compareExposures(table.rows, known, { nameOf, keyOf });
  const leftOut = itemsLeftOut(table.rows, known, keyOf);
  const toRemove = input.prune ? leftOut : [];
  if (!input.dryRun) {
    await inBatches(db, toSave, async (trx, rows) => {
      for (const { row } of rows)
        await saveExposure(trx, toExposureColumns(row, nameOf(row)), teams.idOf(row.team) ?? 0);
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

function unknownFamilies(rows: Numbered<ExposureRowIn>[], { families }: Vocabulary): RefusedLine[] {
  const known = families.map(({ id }) => id);
  return rows.flatMap(({ line, row: { family } }) =>
    family && termNamed(families, family) === null
      ? [{ line, field: 'family', wrong: `"${family}" is not a known family. Known are: ${known.join(', ')}.` }]
      : [],
  );
}

function unknownTeams(rows: Numbered<ExposureRowIn>[], known: TeamNames): RefusedLine[] {
  return rows.flatMap(({ line, row }) => {
    if (known.has(row.team)) return [];
    const near = known.all.length > 0 ? ` ${didYouMean(row.team, known.all)}` : '';
    return [{ line, field: 'team', wrong: `no team is called "${row.team}"; import its people first.${near}` }];
  });
}

function repeatedItems(rows: Numbered<ExposureRowIn>[], teams: TeamNames): RefusedLine[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ line, row }) => {
    const key = `${teams.idOf(row.team)}\n${row.item}`;
    const known = first.get(key);
    if (known !== undefined)
      return [{ line, field: 'item', wrong: `"${row.item}" of ${row.team} stands on line ${known} already` }];
    first.set(key, line);
    return [];
  });
}

/** Items that teams of the file have already. */
type KnownItem = ExposureRow & { team: string };

async function readKnown(db: Db, rows: readonly Numbered<ExposureRowIn>[], teams: TeamNames): Promise<KnownItem[]> {
  const named = [...new Set(rows.flatMap(({ row }) => teams.idOf(row.team) ?? []))];
  return db
    .selectFrom('exposure')
    .innerJoin('team', 'team.id', 'exposure.team_id')
    .selectAll('exposure')
    .select('team.name as team')
    .where('team.id', 'in', named)
    .orderBy('exposure.id')
    .execute();
}

type ItemKey = (item: { team: string; name: string }) => string;

/** What an item is found by: its team, however that is named, and its own name as it is written. */
function itemKeys(teams: TeamNames): ItemKey {
  return ({ team, name }) => `${teams.idOf(team)}\n${name}`;
}

function compareExposures(
  rows: readonly Numbered<ExposureRowIn>[],
  known: readonly KnownItem[],
  { nameOf, keyOf }: { nameOf: ItemNamer; keyOf: ItemKey },
): Compared<ExposureRowIn> {
  const byKey = new Map(known.map((item) => [keyOf(item), item]));
  return compareRows(rows, [], (row) =>
    fateOf(byKey.get(keyOf({ team: row.team, name: row.item })), toExposureColumns(row, nameOf(row))),
  );
}

function itemsLeftOut(
  rows: readonly Numbered<ExposureRowIn>[],
  known: readonly KnownItem[],
  keyOf: ItemKey,
): KnownItem[] {
  const listed = new Set(rows.map(({ row }) => keyOf({ team: row.team, name: row.item })));
  return known.filter((item) => !listed.has(keyOf(item)));
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
