import { type SelectQueryBuilder, sql } from 'kysely';
import { readFact } from '#server/database/facts.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant, PersonRow, Tables } from '#server/database/schema.ts';
import { noteErasedMessages } from '#server/database/store-life.ts';
import { forgetTeamMemory } from '#server/database/team-changes.ts';
import { suppressionOf } from '#server/outbox/suppression.ts';
import { normalised, noteErasedAddress, noteForgotten } from './erased-addresses.ts';
import { noteErasure } from './erasures.ts';
import { formerAddressesOf, readFormerOwners } from './former-addresses.ts';
import { dropAllFiles } from './imports/import-rows.ts';
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
  | {
      ok: true;
      name: string | null;
      /** Under which name a learning record store may know them. */
      learner: string | null;
      /** The address asked for, and those its owner has or had beside it. */
      addresses: readonly string[];
      /** When they had said that they want no mail; null is never. */
      unsubscribedAt: Instant | null;
      removed: Removed;
      notesWithName: number;
    }
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
    if (!erasure.ok) return erasure;
    for (const address of erasure.addresses) await noteErasedAddress(trx, address, erasure.unsubscribedAt, now);
    return erasure;
  });
}

/** The same in the caller's transaction, and without a mark that keeps the address from being taken in again. */
export async function eraseAddress(trx: Db, email: string, now: Instant): Promise<Erasure> {
  const address = normalised(email);
  const person = await ownerOf(trx, address);
  const addresses = person ? await addressesOf(trx, person) : [];
  const unsubscribedAt = person ? await wishOf(trx, person, now) : null;
  const ofPerson = person ? await eraseRow(trx, person, now) : removedNothing;
  const removed = added(ofPerson, await eraseTraces(trx, address));
  if (Object.values(removed).every((count) => count === 0)) return { ok: false, reason: 'unknown' };
  const name = person?.name ?? null;
  const all = [...new Set([address, ...addresses])];
  const [learner, notesWithName] = [await learnerOf(trx, person), await notesNaming(trx, name)];
  return { ok: true, name, learner, addresses: all, unsubscribedAt, removed, notesWithName };
}

/** Erases somebody whose time is over, in the caller's transaction. Nobody asked for it, so all that stays is that they had wanted no mail. */
export async function forgetPerson(trx: Db, person: PersonRow, now: Instant): Promise<Removed> {
  const addresses = await addressesOf(trx, person);
  const wish = await wishOf(trx, person, now);
  const removed = await eraseRow(trx, person, now);
  for (const address of addresses) await noteForgotten(trx, address, wish, now);
  return removed;
}

/** Who has an address; where nobody has, who had it last. */
async function ownerOf(trx: Db, address: string): Promise<PersonRow | undefined> {
  const owner = await trx.selectFrom('person').selectAll().where('email', '=', address).executeTakeFirst();
  const former = owner ? undefined : (await readFormerOwners(trx, [address])).get(address);
  if (former === undefined) return owner;
  return trx.selectFrom('person').selectAll().where('id', '=', former).executeTakeFirst();
}

/** The addresses that lead to nobody but this person. */
export async function addressesOf(trx: Db, { id, email }: PersonRow): Promise<string[]> {
  return [email, ...(await formerAddressesOf(trx, id))];
}

/** When somebody said that they want no mail, by a link or to their own mail program; null is never. */
async function wishOf(trx: Db, { email, unsubscribed_at }: PersonRow, now: Instant): Promise<Instant | null> {
  if (unsubscribed_at !== null) return unsubscribed_at;
  const said = await suppressionOf(trx, email, now);
  return said?.kind === 'complaint' ? said.since : null;
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
  const { messages, reports } = await eraseMessages(trx, { personId: person.id });
  const memories = await counted(trx.deleteFrom('memory').where('person_id', '=', person.id));
  await trx.deleteFrom('memory_base').where('person_id', '=', person.id).execute();
  await trx.deleteFrom('calibration').where('person_id', '=', person.id).execute();
  await trx.deleteFrom('record_base').where('person_id', '=', person.id).execute();
  await trx.deleteFrom('not_relevant').where('person_id', '=', person.id).execute();
  const statements = await counted(trx.deleteFrom('xapi_outbox').where('person_id', '=', person.id));
  await trx.deleteFrom('import_change').where('person_id', '=', person.id).execute();
  await trx.deleteFrom('assignment_person').where('person_id', '=', person.id).execute();
  await trx.deleteFrom('assignment_reminder').where('person_id', '=', person.id).execute();
  await leaveSafeguards(trx, person.id);
  await trx.updateTable('code_statement').set({ person_id: null }).where('person_id', '=', person.id).execute();
  const addresses = await addressesOf(trx, person);
  await trx.deleteFrom('former_address').where('person_id', '=', person.id).execute();
  await trx.deleteFrom('person').where('id', '=', person.id).execute();
  await forgetTeamMemory(trx, person.team_id);
  await noteErasure(trx, person, now);
  let removed: Removed = { ...removedNothing, people: 1, nudges, answers, memories, messages, reports, statements };
  for (const address of addresses) removed = added(removed, await eraseTraces(trx, address));
  return removed;
}

/** What somebody saw to goes on without an owner; what they answered of it stays, without who did and in which words. */
async function leaveSafeguards(trx: Db, id: number): Promise<void> {
  await trx.deleteFrom('safeguard_asking').where('person_id', '=', id).execute();
  await trx.updateTable('safeguard').set({ owner_id: null }).where('owner_id', '=', id).execute();
  await trx.updateTable('safeguard_event').set({ person_id: null, note: null }).where('person_id', '=', id).execute();
}

/** What an address left where no row of a person leads. */
async function eraseTraces(trx: Db, address: string): Promise<Removed> {
  const { messages, reports } = await eraseMessages(trx, { address });
  // Who stands in a list that waits to be taken in cannot be known without reading it; whoever brought it has it still.
  await dropAllFiles(trx);
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

/** Those of a person, wherever they were sent; or those to an address that are nobody's, since it may have been somebody else's before. */
async function eraseMessages(
  trx: Db,
  whose: { personId: number } | { address: string },
): Promise<{ messages: number; reports: number }> {
  const all = trx.selectFrom('message').select('message.id');
  const theirs =
    'personId' in whose
      ? all.where('person_id', '=', whose.personId)
      : all.where('address', '=', whose.address).where('person_id', 'is', null);
  const reports = await counted(trx.deleteFrom('report').where('message_id', 'in', theirs));
  await eraseStripsOf(trx, theirs);
  const messages = await trx.deleteFrom('message').where('id', 'in', theirs).returning('id').execute();
  await noteErasedMessages(
    trx,
    messages.map(({ id: message }) => message),
  );
  return { messages: messages.length, reports };
}

/** Who reported is sealed, but letters to them lead to their report: it stays, and says of nobody that it is theirs. */
async function eraseStripsOf(trx: Db, messages: SelectQueryBuilder<Tables, 'message', { id: number }>): Promise<void> {
  const written = trx.selectFrom('near_miss_letter').select('near_miss_id').where('message_id', 'in', messages);
  const reported = trx.selectFrom('near_miss').select('key').where('id', 'in', written);
  await trx.deleteFrom('near_miss_strip').where('near_miss_key', 'in', reported).execute();
  await trx.deleteFrom('near_miss_letter').where('message_id', 'in', messages).execute();
}

async function unsign(trx: Db, address: string): Promise<number> {
  const changes = [
    trx.updateTable('access').set({ who: erased }).where('who', '=', address),
    trx.updateTable('access').set({ subject: erasedSubject }).where('subject', '=', address),
    trx.updateTable('assignment').set({ assigned_by: erased }).where('assigned_by', '=', address),
    trx.updateTable('assignment').set({ withdrawn_by: erased }).where('withdrawn_by', '=', address),
    trx.updateTable('signal').set({ made_by: erased }).where('made_by', '=', address),
    trx.updateTable('signal').set({ withdrawn_by: erased }).where('withdrawn_by', '=', address),
    trx.updateTable('people_import').set({ made_by: erased }).where('made_by', '=', address),
    trx.updateTable('people_import').set({ undone_by: erased }).where('undone_by', '=', address),
    trx.updateTable('desk_role').set({ given_by: erased }).where('given_by', '=', address),
    trx.updateTable('piece').set({ changed_by: erased }).where('changed_by', '=', address),
    trx.updateTable('piece').set({ published_by: erased }).where('published_by', '=', address),
    trx.updateTable('piece_version').set({ changed_by: erased }).where('changed_by', '=', address),
    trx.updateTable('safeguard_event').set({ done_by: erased }).where('done_by', '=', address),
    trx.updateTable('shared_sender').set({ trusted_by: erased }).where('trusted_by', '=', address),
    trx.updateTable('shared_sender').set({ withdrawn_by: erased }).where('withdrawn_by', '=', address),
    trx.updateTable('received_piece').set({ received_by: erased }).where('received_by', '=', address),
    trx.updateTable('exported_piece').set({ exported_by: erased }).where('exported_by', '=', address),
    trx.updateTable('near_miss_step').set({ taken_by: erased }).where('taken_by', '=', address),
    trx.updateTable('code_organisation').set({ changed_by: erased }).where('changed_by', '=', address),
    trx.updateTable('code_statement').set({ changed_by: erased }).where('changed_by', '=', address),
    trx.updateTable('programme_use').set({ changed_by: erased }).where('changed_by', '=', address),
    trx.updateTable('supplier').set({ invited_by: erased }).where('invited_by', '=', address),
    trx.updateTable('supplier').set({ contact: null, line: null }).where('contact', '=', address),
  ];
  let sum = await counted(trx.deleteFrom('team_trainer').where('email', '=', address));
  sum += await counted(trx.deleteFrom('desk_role').where('email', '=', address));
  sum += await counted(trx.deleteFrom('digest_wish').where('email', '=', address));
  sum += await counted(trx.deleteFrom('near_miss_digest').where('email', '=', address));
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
  ['signal', 'line'],
  ['signal', 'news_url'],
  ['piece', 'typed'],
  ['piece', 'published'],
  ['piece_version', 'typed'],
  ['safeguard', 'title'],
  ['safeguard', 'reason'],
  ['safeguard_event', 'note'],
  ['received_piece', 'shared'],
  ['exported_piece', 'title'],
  ['shared_sender', 'name'],
  ['near_miss', 'told'],
  ['near_miss', 'text'],
  ['near_miss', 'told_back'],
  ['near_miss_step', 'note'],
  ['code_organisation', 'name'],
  ['code_statement', 'text'],
  ['code_statement', 'owner_function'],
  ['programme_use', 'note'],
  ['supplier', 'firm'],
  ['supplier', 'line'],
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
    .where(
      sql<boolean>`lower(note || ' ' || coalesce(line, '')) LIKE ${`%${likeText(name.toLowerCase())}%`} ESCAPE '!'`,
    )
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
