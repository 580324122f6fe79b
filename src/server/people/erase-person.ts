import { sql } from 'kysely';
import { readFact } from '#server/database/facts.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant, PersonRow } from '#server/database/schema.ts';
import { noteErasedMessages } from '#server/database/store-life.ts';
import { forgetTeamMemory } from '#server/database/team-changes.ts';
import { normalised, noteErasedAddress } from './erased-addresses.ts';
import { noteErasure } from './erasures.ts';
import { everToldName, learnerName } from './learner-name.ts';

/** What may be taken out of a store. `signed`: what stays in force or written down, without who did it. `quoted`: sentences of servers and notes in which the address stood. */
export const removedKinds = [
  'people',
  'nudges',
  'answers',
  'memories',
  'messages',
  'reports',
  'statements',
  'signIns',
  'sessions',
  'refusals',
  'signed',
  'quoted',
] as const;

/** How much of each was taken out. */
export type Removed = Record<(typeof removedKinds)[number], number>;

export type Erasure =
  | { ok: true; name: string | null; learner: string | null; removed: Removed; notesWithName: number }
  | { ok: false; reason: 'unknown' };

/** Stands in place of the address where what a trainer did stays in force. */
const erased = 'a trainer who was erased';

/** Stands in place of the address that somebody did something for. */
const erasedSubject = 'somebody who was erased';

export const removedNothing: Removed = {
  people: 0,
  nudges: 0,
  answers: 0,
  memories: 0,
  messages: 0,
  reports: 0,
  statements: 0,
  signIns: 0,
  sessions: 0,
  refusals: 0,
  signed: 0,
  quoted: 0,
};

/**
 * Removes whoever has an address and everything that could be led back to them, in one transaction: people, trainers who are on no list, and
 * addresses that only ever got a letter. Team figures lose their share of it. That it was erased is remembered, by the row and by the address, so
 * that neither a backup nor a list brings it back.
 */
export function erasePerson(db: Db, email: string, now: Instant): Promise<Erasure> {
  return db.transaction().execute(async (trx) => {
    const erasure = await eraseAddress(trx, email, now);
    if (erasure.ok) await noteErasedAddress(trx, email, now);
    return erasure;
  });
}

/** The same in the caller's transaction, and without a mark that keeps the address from being taken in again. */
export async function eraseAddress(trx: Db, email: string, now: Instant): Promise<Erasure> {
  const address = normalised(email);
  const person = await trx.selectFrom('person').selectAll().where('email', '=', address).executeTakeFirst();
  const ofPerson = person ? await eraseRow(trx, person, now) : removedNothing;
  const ofAddress = await eraseTraces(trx, address);
  const removed = added(ofPerson, ofAddress);
  if (Object.values(removed).every((count) => count === 0)) return { ok: false, reason: 'unknown' };
  const name = person?.name ?? null;
  return {
    ok: true,
    name,
    learner: await learnerOf(trx, person),
    removed,
    notesWithName: await notesNaming(trx, name),
  };
}

/** Under which name the learning record store may know them; `null` where none was ever told anything. */
async function learnerOf(trx: Db, person: PersonRow | undefined): Promise<string | null> {
  return person && (await readFact(trx, everToldName)) !== null ? learnerName(person) : null;
}

function added(one: Removed, other: Removed): Removed {
  const sum = { ...one };
  for (const key of removedKinds) sum[key] += other[key];
  return sum;
}

/** Somebody who was found, in the caller's transaction. */
export async function eraseRow(trx: Db, person: PersonRow, now: Instant): Promise<Removed> {
  const ofPerson = trx.selectFrom('nudge').select('id').where('person_id', '=', person.id);
  const answers = await counted(trx.deleteFrom('answer').where('nudge_id', 'in', ofPerson));
  await trx.deleteFrom('reading').where('nudge_id', 'in', ofPerson).execute();
  const nudges = await counted(trx.deleteFrom('nudge').where('person_id', '=', person.id));
  const { messages, reports } = await eraseMessages(trx, person);
  const memories = await counted(trx.deleteFrom('memory').where('person_id', '=', person.id));
  await trx.deleteFrom('memory_base').where('person_id', '=', person.id).execute();
  await trx.deleteFrom('calibration').where('person_id', '=', person.id).execute();
  await trx.deleteFrom('record_base').where('person_id', '=', person.id).execute();
  await trx.deleteFrom('not_relevant').where('person_id', '=', person.id).execute();
  const statements = await counted(trx.deleteFrom('xapi_outbox').where('person_id', '=', person.id));
  await trx.deleteFrom('person').where('id', '=', person.id).execute();
  await forgetTeamMemory(trx, person.team_id);
  await noteErasure(trx, person, now);
  const traces = await eraseTraces(trx, person.email);
  return added({ ...removedNothing, people: 1, nudges, answers, memories, messages, reports, statements }, traces);
}

/** What an address left where no row of a person leads. */
async function eraseTraces(trx: Db, address: string): Promise<Removed> {
  const { messages, reports } = await eraseMessages(trx, { id: null, email: address });
  return {
    ...removedNothing,
    messages,
    reports,
    refusals: await counted(trx.deleteFrom('suppression').where('address', '=', address)),
    signIns: await counted(trx.deleteFrom('sign_in').where('email', '=', address)),
    sessions: await counted(trx.deleteFrom('session').where('email', '=', address)),
    signed: await unsign(trx, address),
    quoted: await unquote(trx, address),
  };
}

async function eraseMessages(
  trx: Db,
  { id, email }: { id: number | null; email: string },
): Promise<{ messages: number; reports: number }> {
  const theirs = trx
    .selectFrom('message')
    .select('message.id')
    .where((where) => where.or([where('address', '=', email), ...(id === null ? [] : [where('person_id', '=', id)])]));
  const reports = await counted(trx.deleteFrom('report').where('message_id', 'in', theirs));
  const messages = await trx.deleteFrom('message').where('id', 'in', theirs).returning('id').execute();
  await noteErasedMessages(
    trx,
    messages.map(({ id: message }) => message),
  );
  return { messages: messages.length, reports };
}

async function unsign(trx: Db, address: string): Promise<number> {
  const changes = [
    trx.updateTable('access').set({ who: erased }).where('who', '=', address),
    trx.updateTable('access').set({ subject: erasedSubject }).where('subject', '=', address),
    trx.updateTable('assignment').set({ assigned_by: erased }).where('assigned_by', '=', address),
    trx.updateTable('signal').set({ made_by: erased }).where('made_by', '=', address),
    trx.updateTable('signal').set({ withdrawn_by: erased }).where('withdrawn_by', '=', address),
  ];
  let sum = await counted(trx.deleteFrom('team_trainer').where('email', '=', address));
  for (const change of changes) sum += Number((await change.executeTakeFirstOrThrow()).numUpdatedRows);
  return sum;
}

/** Where sentences of others lie, in which an address may stand: a server's refusal names whom it refused. */
const sentences = [
  ['fact', 'value'],
  ['message', 'reply'],
  ['report', 'reply'],
  ['suppression', 'reason'],
  ['signal', 'note'],
] as const;

/** Takes an address out of what others said, in whichever case it was written. */
async function unquote(trx: Db, address: string): Promise<number> {
  let sum = 0;
  for (const [table, column] of sentences) {
    const cell = sql.ref(`${table}.${column}`);
    const { rows } = await sql<{ said: string }>`
      SELECT DISTINCT ${cell} AS said FROM ${sql.table(table)} WHERE lower(${cell}) LIKE ${`%${likeText(address)}%`} ESCAPE '!'`.execute(
      trx,
    );
    for (const { said } of rows) {
      const rest = said.replace(anywhere(address), '<erased>');
      await sql`UPDATE ${sql.table(table)} SET ${sql.ref(column)} = ${rest} WHERE ${cell} = ${said}`.execute(trx);
      sum += 1;
    }
  }
  return sum;
}

/** Notes that trainers wrote in which the name stands: who is meant, only a person can tell. */
async function notesNaming(trx: Db, name: string | null): Promise<number> {
  if (name === null) return 0;
  const { notes } = await trx
    .selectFrom('signal')
    .select((eb) => eb.fn.countAll<number>().as('notes'))
    .where(sql<boolean>`lower(note) LIKE ${`%${likeText(name.toLowerCase())}%`} ESCAPE '!'`)
    .executeTakeFirstOrThrow();
  return Number(notes);
}

const likeText = (text: string) => text.replaceAll(/[!%_]/g, '!$&');

const anywhere = (text: string) => new RegExp(RegExp.escape(text), 'giu');

async function counted(query: {
  executeTakeFirst: () => Promise<{ numDeletedRows: bigint } | undefined>;
}): Promise<number> {
  return Number((await query.executeTakeFirst())?.numDeletedRows ?? 0);
}
