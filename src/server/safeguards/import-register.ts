import { parse } from 'csv-parse/sync';
import { nameKey } from '#core/people/same-name.ts';
import { localDate } from '#core/planning/calendar/calendar.ts';
import { readDraft, type SafeguardFault, type SafeguardGround, type SafeguardSaid } from '#core/safeguards/draft.ts';
import { readRetirement } from '#core/safeguards/retirement.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { addSafeguard, noteCheck, retireSafeguard } from './change-safeguards.ts';
import type { DoneBy } from './safeguard-events.ts';

export type RowFault = {
  /** Of the file, from 1; the heading is the first. */
  line: number;
  field: string;
  fault: SafeguardFault | 'not-retired-so' | 'bad-day';
  found: readonly string[];
};

export type RegisterTaken =
  | { ok: true; added: number; known: number }
  | { ok: false; faults: RowFault[] }
  | { ok: false; unreadable: string };

type Taken = SafeguardSaid & { checkedOn: string | null; retiredWhy: string | null };

/**
 * Takes a register in as `safeguards export` writes it; `last_checked`, `status` and `retired_because` may be missing. What a team has under the
 * same title stays as it is. All rows or none: one fault, and nothing is saved. A retired row needs its reason, as on the desk.
 */
export async function importRegister(
  db: Db,
  { text, cases, dryRun }: { text: string; cases: SafeguardGround['cases']; dryRun: boolean },
  by: DoneBy,
  now: Instant,
): Promise<RegisterTaken> {
  const rows = rowsIn(text);
  if (typeof rows === 'string') return { ok: false, unreadable: rows };
  const on = localDate(now, 'Etc/UTC').toString();
  const teams = await db.selectFrom('team').select(['id', 'name_key']).where('ended_on', 'is', null).execute();
  const people = await db
    .selectFrom('person')
    .innerJoin('team', 'team.id', 'person.team_id')
    .select(['person.id', 'person.name', 'person.email', 'person.team_id', 'team.name as teamName'])
    .execute();
  const known = new Set((await db.selectFrom('safeguard').select(['team_id', 'title']).execute()).map(keyOf));
  const faults: RowFault[] = [];
  const taken: Taken[] = [];
  for (const [index, row] of rows.entries()) {
    const teamId = teams.find(({ name_key }) => name_key === nameKey(row['team'] ?? ''))?.id;
    const named = people.filter(({ team_id }) => team_id === teamId).map(({ name }) => name);
    const read = readRow(row, teamId, { teamIds: teams.map(({ id }) => id), people, cases, names: named, on });
    if (read.ok) taken.push(read.taken);
    else faults.push(...read.faults.map((fault) => ({ ...fault, line: index + 2 })));
  }
  if (faults.length > 0) return { ok: false, faults };
  const fresh = taken.filter((one) => !known.has(keyOf({ team_id: one.teamId, title: one.title })));
  if (!dryRun)
    await db.transaction().execute(async (trx) => {
      for (const one of fresh) await save(trx, one, by, now, on);
    });
  return { ok: true, added: fresh.length, known: taken.length - fresh.length };
}

async function save(trx: Db, { checkedOn, retiredWhy, ...said }: Taken, by: DoneBy, now: Instant, on: string) {
  const id = await addSafeguard(trx, said, by, { at: now, day: on });
  if (checkedOn) await noteCheck(trx, id, { answer: 'kept', note: null }, by, { at: now + 1, day: checkedOn });
  if (retiredWhy) await retireSafeguard(trx, id, retiredWhy, by, { at: now + 2, day: on });
}

function readRow(
  row: Record<string, string>,
  teamId: number | undefined,
  ground: SafeguardGround,
): { ok: true; taken: Taken } | { ok: false; faults: Omit<RowFault, 'line'>[] } {
  const { safeguard: title = '', owner = '', since = '', case: story = '', reason = '' } = row;
  const read = readDraft({ title, team: String(teamId ?? ''), owner, since, case: story, reason }, ground);
  const faults: Omit<RowFault, 'line'>[] = read.ok
    ? []
    : Object.entries(read.faults).map(([field, { fault, found }]) => ({
        field: columnOf[field] ?? field,
        fault,
        found,
      }));
  const checkedOn = row['last_checked']?.trim() || null;
  if (checkedOn && (!isDay(checkedOn) || checkedOn > ground.on))
    faults.push({ field: 'last_checked', fault: 'bad-day', found: [] });
  const retired =
    row['status']?.trim() === 'retired'
      ? readRetirement({ read: 'yes', why: row['retired_because'] ?? '' }, ground.names)
      : null;
  if (retired && !retired.ok) faults.push({ field: 'retired_because', fault: 'not-retired-so', found: [] });
  if (!read.ok || faults.length > 0) return { ok: false, faults };
  return { ok: true, taken: { ...read.said, checkedOn, retiredWhy: retired?.ok ? retired.why : null } };
}

/** What a field of the form is called in the file. */
const columnOf: Readonly<Record<string, string>> = { title: 'safeguard' };

function rowsIn(text: string): Record<string, string>[] | string {
  try {
    return parse(text, { columns: true, bom: true, trim: true, skip_empty_lines: true });
  } catch (err) {
    return err instanceof Error ? err.message : String(err);
  }
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && Number.isFinite(Date.parse(text));
}

function keyOf({ team_id, title }: { team_id: number; title: string }): string {
  return `${team_id} ${title.normalize('NFKC').toLowerCase()}`;
}
