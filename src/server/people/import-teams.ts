import { isDeepStrictEqual } from 'node:util';
import type { Vocabulary } from '#catalogue/schema/vocabulary.ts';
import type { TeamLinkKind } from '#core/exposure/exposure.ts';
import { didYouMean } from '#core/text/did-you-mean.ts';
import { termNamer } from '#search/name-inputs.ts';
import { inBatches } from '#server/database/in-batches.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant, TeamRow } from '#server/database/schema.ts';
import { addTeam } from './add-team.ts';
import { changes } from './cell.ts';
import { checkRecords } from './check-records.ts';
import {
  type Compared,
  compareRows,
  fateOf,
  type ImportInput,
  type ImportOutcome,
  type Numbered,
  teamsNotKnown,
  unknownWords,
} from './import-outcome.ts';
import type { RefusedLine } from './refused-line.ts';
import { replaceTrainers } from './replace-trainers.ts';
import { readTeamNames, type TeamNames } from './team-names.ts';
import { type TeamRowIn, teamRowSchema, toTeamColumns } from './team-row.ts';

/** Takes in what is said of whole teams: place, working time, holidays, routes, systems, sites, trainers. A list replaces the team's own. */
export async function importTeams(db: Db, input: ImportInput): Promise<ImportOutcome> {
  const table = checkRecords(input.records, teamRowSchema);
  if (!table.ok) return table;
  const known = await readKnown(db);
  const rows = inOurWords(table.rows, input.vocabulary);
  const faults = [...teamsWithoutZone(rows, known), ...sectorFaults(rows, input.vocabulary)];
  if (faults.length > 0) return { ok: false, faults };
  const { counts, toSave } = compareTeams(rows, known);
  if (!input.dryRun)
    await inBatches(db, toSave, async (trx, batch) => {
      for (const { row } of batch) await saveTeam(trx, row, input.now);
    });
  return { ok: true, kind: 'teams', leftOut: [], unnamed: [], erased: [], ...counts };
}

function teamsWithoutZone(rows: Numbered<TeamRowIn>[], known: KnownTeams): RefusedLine[] {
  return rows.flatMap(({ line, row }) => {
    if (known.has(row.team) || row.zone) return [];
    const near = known.all.length > 0 ? ` ${didYouMean(row.team, known.all)}` : '';
    return [{ line, field: 'team', wrong: `no team is called "${row.team}"; give its zone to make it.${near}` }];
  });
}

/**
 * The same rows in words of the vocabulary, as far as it has them: "Suez" is the Suez Canal, "SAP" a planning system. A route or system that it
 * has no word for stays as it was written: that a team hangs on it is worth knowing all the same.
 */
function inOurWords(rows: Numbered<TeamRowIn>[], vocabulary: Vocabulary): Numbered<TeamRowIn>[] {
  const sectorOf = termNamer(vocabulary.sectors);
  const routeOf = termNamer(vocabulary.routes);
  const systemOf = termNamer(vocabulary.systems);
  const named = (words: string[] | undefined, nameOf: (said: string) => string | null) =>
    words && [...new Set(words.map((word) => nameOf(word) ?? word))];
  return rows.map(({ line, row }) => ({
    line,
    row: {
      ...row,
      sector: row.sector ? (sectorOf(row.sector) ?? row.sector) : row.sector,
      routes: named(row.routes, routeOf),
      systems: named(row.systems, systemOf),
    },
  }));
}

function sectorFaults(rows: Numbered<TeamRowIn>[], { sectors }: Vocabulary): RefusedLine[] {
  const known = sectors.map(({ id }) => id);
  return unknownWords(rows, 'sector', ({ sector }) => (sector ? [sector] : []), known, 'sector');
}

/** A team with its lists, as the store has them. */
type KnownTeam = {
  team: TeamRow;
  links: readonly { kind: TeamLinkKind; word: string }[];
  trainers: readonly string[];
};

type KnownTeams = Pick<TeamNames, 'has' | 'all'> & { get: (name: string) => KnownTeam | undefined };

async function readKnown(db: Db): Promise<KnownTeams> {
  const names = await readTeamNames(db);
  const teams = await db.selectFrom('team').selectAll().execute();
  const links = await db.selectFrom('team_link').selectAll().execute();
  const trainers = await db.selectFrom('team_trainer').selectAll().execute();
  const linksOf = Map.groupBy(links, (link) => link.team_id);
  const trainersOf = Map.groupBy(trainers, (trainer) => trainer.team_id);
  const known = teams.map((team): [number, KnownTeam] => [
    team.id,
    {
      team,
      links: linksOf.get(team.id) ?? [],
      trainers: (trainersOf.get(team.id) ?? []).map(({ email }) => email),
    },
  ]);
  const byId = new Map(known);
  return { has: names.has, all: names.all, get: (name) => byId.get(names.idOf(name) ?? 0) };
}

function compareTeams(rows: readonly Numbered<TeamRowIn>[], known: KnownTeams): Compared<TeamRowIn> {
  const teamsAdded = teamsNotKnown(
    rows.map(({ row }) => row.team),
    known,
  );
  return compareRows(rows, teamsAdded, (row) => {
    const before = known.get(row.team);
    const fate = fateOf(before?.team, toTeamColumns(row));
    return fate === 'unchanged' && before && listsDiffer(before, row) ? 'changed' : fate;
  });
}

const listsOf = (row: TeamRowIn) =>
  [
    ['route', row.routes],
    ['system', row.systems],
    ['site', row.sites],
  ] as const;

const sorted = (words: readonly string[]) => [...new Set(words)].sort();

/** A column that is not in the file leaves the list as it is. */
function listsDiffer({ links, trainers }: KnownTeam, row: TeamRowIn): boolean {
  const ofKind = (kind: TeamLinkKind) => links.filter((link) => link.kind === kind).map(({ word }) => word);
  return differ(trainers, row.trainers) || listsOf(row).some(([kind, given]) => differ(ofKind(kind), given));
}

function differ(before: readonly string[], given: readonly string[] | undefined): boolean {
  return given !== undefined && !isDeepStrictEqual(sorted(before), sorted(given));
}

async function saveTeam(trx: Db, row: TeamRowIn, now: Instant): Promise<void> {
  const teamId = (await readTeamNames(trx)).idOf(row.team) ?? 0;
  const known = await trx.selectFrom('team').selectAll().where('id', '=', teamId).executeTakeFirst();
  const team = known ?? (await newTeam(trx, row, now));
  const patch = toTeamColumns(row);
  if (changes(team, patch)) await trx.updateTable('team').set(patch).where('id', '=', team.id).execute();
  for (const [kind, given] of listsOf(row)) if (given !== undefined) await replaceLinks(trx, team.id, kind, given);
  if (row.trainers !== undefined) await replaceTrainers(trx, team.id, row.trainers);
}

async function newTeam(trx: Db, row: TeamRowIn, now: Instant): Promise<TeamRow> {
  const id = await addTeam(
    trx,
    { name: row.team, zone: row.zone ?? 'Etc/UTC', sector: row.sector ?? null, supplier_id: null },
    now,
  );
  return trx.selectFrom('team').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

async function replaceLinks(trx: Db, teamId: number, kind: TeamLinkKind, given: readonly string[]): Promise<void> {
  await trx.deleteFrom('team_link').where('team_id', '=', teamId).where('kind', '=', kind).execute();
  for (const word of sorted(given)) await trx.insertInto('team_link').values({ team_id: teamId, kind, word }).execute();
}
