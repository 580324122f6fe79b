import type { Db } from '#server/database/open-database.ts';
import { normalised } from './erased-addresses.ts';
import { formerAddressesOf } from './former-addresses.ts';

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
  nudge: { link_key: 'signs the links in mail' },
  sign_in: { token_hash: 'opens the desk', code_hash: 'opens the desk', browser_hash: 'names a browser' },
  access: { who: 'is a colleague, unless it was you' },
  people_import: {
    content: 'is a list of other people',
    answers: 'is about a list of other people',
  },
  digest_wish: { key: 'signs the link in the digest' },
  near_miss_digest: { key: 'signs the link in the digest' },
  near_miss_step: { note: 'may say who reported a near miss' },
  desk_role: { given_by: 'is a colleague, unless it was you', email: 'is a colleague, unless it was you' },
  piece: { typed: 'is the house’s text', published: 'is the house’s text' },
  piece_version: { typed: 'is the house’s text' },
  received_piece: { shared: 'is another organisation’s text' },
  shared_sender: { trusted_by: 'is a colleague, unless it was you', withdrawn_by: 'is a colleague, unless it was you' },
  code_statement: {
    text: 'is the house’s text',
    changed_by: 'is a colleague, unless it was you',
  },
  programme_use: { note: 'is the house’s text' },
  supplier: { key: 'signs the link of the invitation', invited_by: 'is a colleague, unless it was you' },
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
  const former = person ? await formerAddressesOf(db, person.id) : [];
  const tables = {
    ...(await tablesOfPerson(db, person?.id ?? null)),
    ...(await tablesOfAddresses(db, [address, ...former], person?.id ?? null)),
  };
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
    former_address: await db.selectFrom('former_address').selectAll().where('person_id', '=', id).execute(),
    nudge: await db.selectFrom('nudge').selectAll().where('person_id', '=', id).orderBy('id').execute(),
    answer: await db.selectFrom('answer').selectAll().where('nudge_id', 'in', nudges).orderBy('id').execute(),
    asked_version: await db
      .selectFrom('asked_version')
      .selectAll()
      .where('digest', 'in', (eb) => eb.selectFrom('message').select('asked').where('person_id', '=', id))
      .orderBy('digest')
      .execute(),
    reading: await db.selectFrom('reading').selectAll().where('nudge_id', 'in', nudges).orderBy('nudge_id').execute(),
    memory: await db.selectFrom('memory').selectAll().where('person_id', '=', id).orderBy('lesson_id').execute(),
    memory_base: await db.selectFrom('memory_base').selectAll().where('person_id', '=', id).execute(),
    calibration: await db.selectFrom('calibration').selectAll().where('person_id', '=', id).execute(),
    record_base: await db.selectFrom('record_base').selectAll().where('person_id', '=', id).execute(),
    xapi_outbox: await db.selectFrom('xapi_outbox').selectAll().where('person_id', '=', id).orderBy('id').execute(),
    not_relevant: await db.selectFrom('not_relevant').selectAll().where('person_id', '=', id).execute(),
    import_change: await db.selectFrom('import_change').selectAll().where('person_id', '=', id).execute(),
    assignment_person: await db.selectFrom('assignment_person').selectAll().where('person_id', '=', id).execute(),
    safeguard: await db.selectFrom('safeguard').selectAll().where('owner_id', '=', id).orderBy('id').execute(),
    safeguard_asking: await db.selectFrom('safeguard_asking').selectAll().where('person_id', '=', id).execute(),
    assignment_reminder: await db.selectFrom('assignment_reminder').selectAll().where('person_id', '=', id).execute(),
  };
}

/** Mail is theirs by their number wherever it was sent; what was sent to their address as somebody else's is not. */
async function tablesOfAddresses(
  db: Db,
  addresses: readonly string[],
  personId: number | null,
): Promise<Record<string, readonly Row[]>> {
  const mails = db
    .selectFrom('message')
    .where((eb) =>
      eb.or([
        eb('person_id', '=', personId ?? 0),
        eb.and([eb('address', 'in', addresses), eb('person_id', 'is', null)]),
      ]),
    );
  const message = await mails.selectAll().orderBy('id').execute();
  const ids = mails.select('id');
  return {
    message,
    report: await db.selectFrom('report').selectAll().where('message_id', 'in', ids).execute(),
    suppression: await db.selectFrom('suppression').selectAll().where('address', 'in', addresses).execute(),
    sign_in: await db.selectFrom('sign_in').selectAll().where('email', 'in', addresses).execute(),
    session: await db.selectFrom('session').selectAll().where('email', 'in', addresses).execute(),
    team_trainer: await db.selectFrom('team_trainer').selectAll().where('email', 'in', addresses).execute(),
    desk_role: await db
      .selectFrom('desk_role')
      .selectAll()
      .where((where) => where.or([where('email', 'in', addresses), where('given_by', 'in', addresses)]))
      .execute(),
    piece: await db
      .selectFrom('piece')
      .selectAll()
      .where((where) => where.or([where('changed_by', 'in', addresses), where('published_by', 'in', addresses)]))
      .execute(),
    piece_version: await db.selectFrom('piece_version').selectAll().where('changed_by', 'in', addresses).execute(),
    safeguard_event: await db
      .selectFrom('safeguard_event')
      .selectAll()
      .where((where) => where.or([where('done_by', 'in', addresses), where('person_id', '=', personId ?? 0)]))
      .orderBy('at')
      .execute(),
    shared_sender: await db
      .selectFrom('shared_sender')
      .selectAll()
      .where((where) => where.or([where('trusted_by', 'in', addresses), where('withdrawn_by', 'in', addresses)]))
      .execute(),
    received_piece: await db.selectFrom('received_piece').selectAll().where('received_by', 'in', addresses).execute(),
    exported_piece: await db.selectFrom('exported_piece').selectAll().where('exported_by', 'in', addresses).execute(),
    access: await db
      .selectFrom('access')
      .selectAll()
      .where((where) => where.or([where('who', 'in', addresses), where('subject', 'in', addresses)]))
      .execute(),
    people_import: await db
      .selectFrom('people_import')
      .selectAll()
      .where((where) => where.or([where('made_by', 'in', addresses), where('undone_by', 'in', addresses)]))
      .execute(),
    code_organisation: await db
      .selectFrom('code_organisation')
      .selectAll()
      .where('changed_by', 'in', addresses)
      .execute(),
    code_statement: await db
      .selectFrom('code_statement')
      .selectAll()
      .where((where) => where.or([where('changed_by', 'in', addresses), where('person_id', '=', personId ?? 0)]))
      .execute(),
    programme_use: await db.selectFrom('programme_use').selectAll().where('changed_by', 'in', addresses).execute(),
    supplier: await db
      .selectFrom('supplier')
      .selectAll()
      .where((where) => where.or([where('contact', 'in', addresses), where('invited_by', 'in', addresses)]))
      .execute(),
    assignment: await db
      .selectFrom('assignment')
      .selectAll()
      .where((where) => where.or([where('assigned_by', 'in', addresses), where('withdrawn_by', 'in', addresses)]))
      .execute(),
    near_miss_step: await db.selectFrom('near_miss_step').selectAll().where('taken_by', 'in', addresses).execute(),
    near_miss_digest: await db.selectFrom('near_miss_digest').selectAll().where('email', 'in', addresses).execute(),
    digest_wish: await db.selectFrom('digest_wish').selectAll().where('email', 'in', addresses).execute(),
    signal: await db
      .selectFrom('signal')
      .selectAll()
      .where((where) => where.or([where('made_by', 'in', addresses), where('withdrawn_by', 'in', addresses)]))
      .execute(),
  };
}

function handedOut(table: string, row: Row): Row {
  const kept: Readonly<Record<string, Readonly<Record<string, string>>>> = withheld;
  return Object.fromEntries(Object.entries(row).filter(([column]) => kept[table]?.[column] === undefined));
}
