import type { Vocabulary } from '#catalogue/schema/vocabulary.ts';
import { nameKey } from '#core/people/same-name.ts';
import { inBatches } from '#server/database/in-batches.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant, PersonRow } from '#server/database/schema.ts';
import { addTeam } from './add-team.ts';
import { checkRecords } from './check-records.ts';
import { type ErasedAddress, erasedIn, readErasedAddresses } from './erased-addresses.ts';
import { readFormerOwners } from './former-addresses.ts';
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
import { addPerson, changePerson, moveTo } from './person-life.ts';
import { type PersonRowIn, personRowSchema, toPersonColumns } from './person-row.ts';
import type { RefusedLine } from './refused-line.ts';
import { readTeamNames } from './team-names.ts';

/** Takes in a list of people; teams they name and nobody knows are made. */
export async function importPeople(db: Db, input: ImportInput): Promise<ImportOutcome> {
  const table = checkRecords(input.records, personRowSchema);
  if (!table.ok) return table;
  const faults = [...repeatedAddresses(table.rows), ...unknownSectors(table.rows, input.vocabulary)];
  if (faults.length > 0) return { ok: false, faults };
  const marks = await readErasedAddresses(db);
  const { wanted, erased } = withoutErased(marks, table.rows);
  const people = await readKnown(db, wanted);
  if (people.faults.length > 0) return { ok: false, faults: people.faults };
  const { counts, toSave } = await comparePeople(db, wanted, people);
  if (!input.dryRun) await inBatches(db, toSave, (trx, rows) => savePeople(trx, rows, { people, marks }, input.now));
  return { ok: true, kind: 'people', leftOut: [], unnamed: [], erased, ...counts };
}

/** Whoever was erased is not taken in again by a list that still names them. */
function withoutErased(
  marks: readonly ErasedAddress[],
  rows: Numbered<PersonRowIn>[],
): { wanted: Numbered<PersonRowIn>[]; erased: string[] } {
  const erasedAt = erasedIn(marks);
  const { true: erased = [], false: wanted = [] } = Object.groupBy(
    rows,
    ({ row }) => `${erasedAt(row.email) !== null}`,
  );
  return { wanted, erased: erased.map(({ line, row }) => `line ${line}: ${row.email}`) };
}

function repeatedAddresses(rows: Numbered<PersonRowIn>[]): RefusedLine[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ line, row }) => {
    const known = first.get(row.email);
    if (known !== undefined) return [{ line, field: 'email', wrong: `${row.email} stands on line ${known} already` }];
    first.set(row.email, line);
    return [];
  });
}

function unknownSectors(rows: Numbered<PersonRowIn>[], vocabulary: Vocabulary): RefusedLine[] {
  const known = vocabulary.sectors.map((term) => term.id);
  return unknownWords(rows, 'sector', ({ sector }) => (sector ? [sector] : []), known, 'sector');
}

/** Addresses looked up by one statement. */
const addressesAtATime = 500;

type KnownPeople = { of: (row: PersonRowIn) => PersonRow | undefined; faults: RefusedLine[] };

/** Who the lines mean: by the staff number, else by the address, else by one that somebody had before. */
async function readKnown(db: Db, rows: readonly Numbered<PersonRowIn>[]): Promise<KnownPeople> {
  const byNumber = new Map<string, PersonRow>();
  const byAddress = new Map<string, PersonRow>();
  const byFormer = new Map<string, PersonRow>();
  for (let done = 0; done < rows.length; done += addressesAtATime) {
    const some = rows.slice(done, done + addressesAtATime).map(({ row }) => row);
    const addresses = some.map(({ email }) => email);
    const numbers = some.flatMap(({ staff_number }) => staff_number ?? []);
    const former = await readFormerOwners(db, addresses);
    const people = await db
      .selectFrom('person')
      .selectAll()
      .where((eb) =>
        eb.or([
          eb('email', 'in', addresses),
          eb('id', 'in', [0, ...former.values()]),
          eb('staff_number', 'in', ['', ...numbers]),
        ]),
      )
      .execute();
    const byId = new Map(people.map((person) => [person.id, person]));
    for (const person of people) {
      byAddress.set(person.email, person);
      if (person.staff_number !== null) byNumber.set(person.staff_number, person);
    }
    for (const [address, id] of former) {
      const person = byId.get(id);
      if (person) byFormer.set(address, person);
    }
  }
  const numbered = ({ staff_number }: PersonRowIn) => (staff_number ? byNumber.get(staff_number) : undefined);
  const faults = rows.flatMap(({ line, row }) => {
    const [one, other] = [numbered(row), byAddress.get(row.email)];
    if (!one || !other || one.id === other.id) return [];
    const wrong = `${row.staff_number} is the number of ${one.name}, and ${row.email} the address of ${other.name}`;
    return [{ line, field: 'staff_number', wrong }];
  });
  const of = (row: PersonRowIn) => numbered(row) ?? byAddress.get(row.email) ?? byFormer.get(row.email);
  return { of, faults: [...faults, ...meantTwice(rows, of)] };
}

/** A list may name somebody by an address of now and one of before: which line is right, only a person can tell. */
function meantTwice(rows: readonly Numbered<PersonRowIn>[], of: KnownPeople['of']): RefusedLine[] {
  const first = new Map<number, number>();
  return rows.flatMap(({ line, row }) => {
    const person = of(row);
    if (!person) return [];
    const known = first.get(person.id);
    first.set(person.id, known ?? line);
    if (known === undefined) return [];
    return [{ line, field: 'email', wrong: `this and line ${known} both mean ${person.name}; take one of them out` }];
  });
}

type Known = { people: KnownPeople; marks: readonly ErasedAddress[] };

async function comparePeople(
  db: Db,
  rows: readonly Numbered<PersonRowIn>[],
  people: KnownPeople,
): Promise<Compared<PersonRowIn>> {
  const teams = await readTeamNames(db);
  const teamsAdded = teamsNotKnown(
    rows.map(({ row }) => row.team),
    teams,
  );
  return compareRows(rows, teamsAdded, (row) =>
    fateOf(people.of(row), { team_id: teams.idOf(row.team) ?? null, ...toPersonColumns(row) }),
  );
}

async function savePeople(trx: Db, rows: readonly Numbered<PersonRowIn>[], known: Known, now: Instant): Promise<void> {
  const ids = new Map<string, number>();
  const names = await readTeamNames(trx);
  for (const { row } of rows) {
    const { team: name, zone, sector = null } = row;
    const key = nameKey(name);
    const teamId =
      names.idOf(name) ?? ids.get(key) ?? (await addTeam(trx, { name, zone, sector, supplier_id: null }, now));
    ids.set(key, teamId);
    await savePerson(trx, row, { ...known, teamId }, now);
  }
}

/** Somebody who was taken in by another import since the file was compared is brought up to date. */
async function savePerson(trx: Db, row: PersonRowIn, at: Known & { teamId: number }, now: Instant): Promise<void> {
  const { pace = 'weekly' } = row;
  const patch = toPersonColumns(row);
  const known = at.people.of(row)?.id ?? null;
  const added = known === null ? await addPerson(trx, { ...patch, pace, team_id: at.teamId }, at.marks, now) : null;
  if (added?.ok || added?.reason === 'erased') return;
  const id = known ?? (added?.reason === 'address-taken' ? added.takenBy : 0);
  const changed = await changePerson(trx, id, patch, now);
  if (!changed.ok) throw new Error(`A person changed while the file was taken in: ${changed.reason}.`);
  await moveTo(trx, id, at.teamId);
}
