import { isDeepStrictEqual } from 'node:util';
import type { Vocabulary } from '#catalogue/schema/vocabulary.ts';
import type { TeamLinkKind } from '#core/exposure/exposure.ts';
import { didYouMean } from '#core/text/did-you-mean.ts';
import { termNamer } from '#search/name-inputs.ts';
import { inOneGo } from '#server/database/in-one-go.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant, TeamRow } from '#server/database/schema.ts';
import { addTeam } from './add-team.ts';
import { changes } from './cell.ts';
import { type LineFault, readTable } from './csv-table.ts';
import {
  type ImportCounts,
  type ImportInput,
  type ImportOutcome,
  type Numbered,
  nothingCounted,
  unknownWords,
} from './import-outcome.ts';
import { type TeamRowIn, teamRowSchema, toTeamColumns } from './team-row.ts';

/** Takes in what is said of whole teams: place, working time, holidays, routes, systems, sites. A list replaces the team's own. */
export async function importTeams(db: Db, input: ImportInput): Promise<ImportOutcome> {
  const table = readTable(input.text, teamRowSchema);
  if (!table.ok) return table;
  const names = (await db.selectFrom('team').select('name').execute()).map((team) => team.name);
  const rows = inOurWords(table.rows, input.vocabulary);
  const faults = [...teamsWithoutZone(rows, names), ...sectorFaults(rows, input.vocabulary)];
  if (faults.length > 0) return { ok: false, faults };
  const counts = await inOneGo(db, input.dryRun, (trx) => saveTeams(trx, rows, input.now));
  return { ok: true, kind: 'teams', leftOut: [], unnamed: [], erased: [], ...counts };
}

function teamsWithoutZone(rows: Numbered<TeamRowIn>[], known: string[]): LineFault[] {
  return rows.flatMap(({ line, row }) => {
    if (known.includes(row.team) || row.zone) return [];
    const near = known.length > 0 ? ` ${didYouMean(row.team, known)}` : '';
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

function sectorFaults(rows: Numbered<TeamRowIn>[], { sectors }: Vocabulary): LineFault[] {
  const known = sectors.map(({ id }) => id);
  return unknownWords(rows, 'sector', ({ sector }) => (sector ? [sector] : []), known, 'sector');
}

async function saveTeams(trx: Db, rows: Numbered<TeamRowIn>[], now: Instant): Promise<ImportCounts> {
  const counts = nothingCounted();
  for (const { row } of rows) {
    const known = await trx.selectFrom('team').selectAll().where('name', '=', row.team).executeTakeFirst();
    const team = known ?? (await newTeam(trx, row, now));
    const changed = [await savePatch(trx, team, row), await saveLinks(trx, team.id, row)].includes(true);
    if (!known) counts.teamsAdded.push(row.team);
    counts[known ? (changed ? 'changed' : 'unchanged') : 'added'] += 1;
  }
  return counts;
}

async function newTeam(trx: Db, row: TeamRowIn, now: Instant): Promise<TeamRow> {
  const id = await addTeam(trx, { name: row.team, zone: row.zone ?? 'Etc/UTC', sector: row.sector ?? null }, now);
  return trx.selectFrom('team').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

async function savePatch(trx: Db, team: TeamRow, row: TeamRowIn): Promise<boolean> {
  const patch = toTeamColumns(row);
  if (!changes(team, patch)) return false;
  await trx.updateTable('team').set(patch).where('id', '=', team.id).execute();
  return true;
}

async function saveLinks(trx: Db, teamId: number, row: TeamRowIn): Promise<boolean> {
  const changed = [
    await replaceLinks(trx, teamId, 'route', row.routes),
    await replaceLinks(trx, teamId, 'system', row.systems),
    await replaceLinks(trx, teamId, 'site', row.sites),
  ];
  return changed.includes(true);
}

/** A column that is not in the file leaves the list as it is. */
async function replaceLinks(
  trx: Db,
  teamId: number,
  kind: TeamLinkKind,
  given: readonly string[] | undefined,
): Promise<boolean> {
  if (given === undefined) return false;
  const wanted = [...new Set(given)].sort();
  const ofKind = trx.selectFrom('team_link').select('word').where('team_id', '=', teamId).where('kind', '=', kind);
  const known = (await ofKind.execute()).map(({ word }) => word).sort();
  if (isDeepStrictEqual(known, wanted)) return false;
  await trx.deleteFrom('team_link').where('team_id', '=', teamId).where('kind', '=', kind).execute();
  for (const word of wanted) await trx.insertInto('team_link').values({ team_id: teamId, kind, word }).execute();
  return true;
}
