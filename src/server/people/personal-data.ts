import type { Db } from '#server/database/open-database.ts';
import { normalised } from './erased-addresses.ts';

/** Columns that are handed to nobody, each with its reason. */
export const withheld = {
  person: { key: 'signs the links in mail' },
  message: {
    key: 'signs the links in mail',
    raw: 'the mail itself, which is on its way to its reader',
    letter: 'holds a link that opens the desk',
    worker: 'names a process',
    lease_until: 'says until when a process holds the mail',
    report_token: 'by which reports of the mail are believed',
  },
  sign_in: { token_hash: 'opens the desk', code_hash: 'opens the desk', browser_hash: 'names a browser' },
  access: { who: 'is a colleague, unless it was you' },
  session: { token_hash: 'opens the desk', token_before: 'opens the desk' },
} as const satisfies Record<string, Record<string, string>>;

type Row = Readonly<Record<string, unknown>>;

/** Everything that a store holds about whoever has an address, table by table, under the names of the columns. docs/privacy/personal-data.md says what they mean. */
export type PersonalData = {
  format: 'nodomoto-personal-data/1';
  madeAt: string;
  address: string;
  team: string | null;
  tables: Readonly<Record<string, readonly Row[]>>;
};

/** `null` when the store does not know the address. */
export async function readPersonalData(db: Db, email: string, now: number): Promise<PersonalData | null> {
  const address = normalised(email);
  const person = await db
    .selectFrom('person')
    .innerJoin('team', 'team.id', 'person.team_id')
    .selectAll('person')
    .select('team.name as team')
    .where('person.email', '=', address)
    .executeTakeFirst();
  const tables = { ...(await tablesOfPerson(db, person?.id ?? null)), ...(await tablesOfAddress(db, address)) };
  const { team = null, ...row } = person ?? {};
  const all: Record<string, readonly Row[]> = { person: person ? [row] : [], ...tables };
  const filled = Object.entries(all).filter(([, rows]) => rows.length > 0);
  if (filled.length === 0) return null;
  return {
    format: 'nodomoto-personal-data/1',
    madeAt: new Date(now).toISOString(),
    address,
    team,
    tables: Object.fromEntries(filled.map(([table, rows]) => [table, rows.map((each) => handedOut(table, each))])),
  };
}

async function tablesOfPerson(db: Db, id: number | null): Promise<Record<string, readonly Row[]>> {
  if (id === null) return {};
  const nudges = db.selectFrom('nudge').select('id').where('person_id', '=', id);
  return {
    nudge: await db.selectFrom('nudge').selectAll().where('person_id', '=', id).orderBy('id').execute(),
    answer: await db.selectFrom('answer').selectAll().where('nudge_id', 'in', nudges).orderBy('id').execute(),
    reading: await db.selectFrom('reading').selectAll().where('nudge_id', 'in', nudges).orderBy('nudge_id').execute(),
    memory: await db.selectFrom('memory').selectAll().where('person_id', '=', id).orderBy('lesson_id').execute(),
    memory_base: await db.selectFrom('memory_base').selectAll().where('person_id', '=', id).execute(),
    calibration: await db.selectFrom('calibration').selectAll().where('person_id', '=', id).execute(),
    record_base: await db.selectFrom('record_base').selectAll().where('person_id', '=', id).execute(),
    xapi_outbox: await db.selectFrom('xapi_outbox').selectAll().where('person_id', '=', id).orderBy('id').execute(),
    not_relevant: await db.selectFrom('not_relevant').selectAll().where('person_id', '=', id).execute(),
  };
}

async function tablesOfAddress(db: Db, address: string): Promise<Record<string, readonly Row[]>> {
  const message = await db.selectFrom('message').selectAll().where('address', '=', address).orderBy('id').execute();
  const ids = db.selectFrom('message').select('id').where('address', '=', address);
  return {
    message,
    report: await db.selectFrom('report').selectAll().where('message_id', 'in', ids).execute(),
    suppression: await db.selectFrom('suppression').selectAll().where('address', '=', address).execute(),
    sign_in: await db.selectFrom('sign_in').selectAll().where('email', '=', address).execute(),
    session: await db.selectFrom('session').selectAll().where('email', '=', address).execute(),
    team_trainer: await db.selectFrom('team_trainer').selectAll().where('email', '=', address).execute(),
    access: await db
      .selectFrom('access')
      .selectAll()
      .where((where) => where.or([where('who', '=', address), where('subject', '=', address)]))
      .execute(),
    assignment: await db.selectFrom('assignment').selectAll().where('assigned_by', '=', address).execute(),
    signal: await db
      .selectFrom('signal')
      .selectAll()
      .where((where) => where.or([where('made_by', '=', address), where('withdrawn_by', '=', address)]))
      .execute(),
  };
}

function handedOut(table: string, row: Row): Row {
  const kept: Readonly<Record<string, Readonly<Record<string, string>>>> = withheld;
  return Object.fromEntries(Object.entries(row).filter(([column]) => kept[table]?.[column] === undefined));
}
