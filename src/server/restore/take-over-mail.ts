import { hasComeFurther, mayStillLeave } from '#core/delivery/later-state.ts';
import type { MessageState } from '#core/delivery/message-state.ts';
import type { Db } from '#server/database/open-database.ts';
import { rowIdentity } from '#server/database/row-key.ts';
import type { MessageRow, NudgeRow } from '#server/database/schema.ts';
import type { OwnIds } from './match-people.ts';

/** What became of mail since the backup, counted. */
export type MailTakenOver = {
  /** Waits in the backup, but left or was given up since. */
  settled: number;
  /** Planned since, and not in the backup at all. */
  added: number;
  /** Planned since for people whom this store does not know, or under a number that another mail has here. */
  unknown: number;
};

/** Nudges that are the same in both stores, by id: what was answered since may come over. */
export type SameNudges = ReadonlySet<number>;

type LostMail = { message: MessageRow; nudge: NudgeRow };

/** So many rows at a time: a store may hold a million mails. */
const chunkSize = 500;

/**
 * Takes over, in the caller's transaction, what became of each nudge's mail: what left does not leave again, and links that left open what they
 * opened. A mail that has ended here stays as it is.
 */
export async function takeOverMail(
  trx: Db,
  lost: Db,
  ownIds: OwnIds,
): Promise<{ mail: MailTakenOver; same: SameNudges }> {
  const mail: MailTakenOver = { settled: 0, added: 0, unknown: 0 };
  const same = new Set<number>();
  const names = await namedRows(trx);
  await takeOverTexts(trx, lost);
  for await (const chunk of lostMails(lost)) {
    const ids = chunk.map(({ message }) => message.id);
    const rows = await trx.selectFrom('message').selectAll().where('id', 'in', ids).execute();
    const own = new Map(rows.map((row) => [row.id, row]));
    for (const entry of chunk) {
      const outcome = await takeOverOne(trx, own.get(entry.message.id), entry, ownIds, names);
      if (outcome !== 'unknown') same.add(entry.nudge.id);
      if (outcome !== 'same') mail[outcome] += 1;
    }
  }
  await takeOverMornings(trx, lost);
  return { mail, same };
}

async function* lostMails(lost: Db): AsyncGenerator<LostMail[], void, undefined> {
  for (let last = 0; ; ) {
    const messages = await lost
      .selectFrom('message')
      .selectAll()
      .where('purpose', '=', 'nudge')
      .where('id', '>', last)
      .orderBy('id')
      .limit(chunkSize)
      .execute();
    if (messages.length === 0) return;
    last = messages.at(-1)?.id ?? last;
    const ids = messages.map(({ id }) => id);
    const nudges = await lost.selectFrom('nudge').selectAll().where('message_id', 'in', ids).execute();
    const byMessage = new Map(nudges.map((nudge) => [nudge.message_id, nudge]));
    yield messages.flatMap((message) =>
      [byMessage.get(message.id)].flatMap((nudge) => (nudge ? [{ message, nudge }] : [])),
    );
  }
}

async function takeOverOne(
  trx: Db,
  own: MessageRow | undefined,
  { message, nudge }: LostMail,
  ownIds: OwnIds,
  names: NamedRows,
): Promise<'same' | 'settled' | 'added' | 'unknown'> {
  const personId = ownIds.get(nudge.person_id);
  if (!own) return personId === undefined ? 'unknown' : add(trx, { message, nudge }, personId, names);
  if (rowIdentity(own) !== rowIdentity(message)) return 'unknown';
  if (!isOpen(own.state) || !hasComeFurther(message, own)) return 'same';
  const { id, key: _, person_id, purpose, address, created_at, ...became } = asLeft(message);
  await trx.updateTable('message').set(became).where('id', '=', id).execute();
  const day = await freeDay(trx, nudge, nudge.person_id);
  await trx
    .updateTable('nudge')
    .set({ local_date: nudge.local_date, day_taken: day, closes_at: nudge.closes_at, put_off_at: nudge.put_off_at })
    .where('message_id', '=', id)
    .execute();
  return isOpen(message.state) ? 'same' : 'settled';
}

const isOpen = (state: MessageState) => mayStillLeave.some((open) => open === state);

/** What the mails since asked and said. */
async function takeOverTexts(trx: Db, lost: Db): Promise<void> {
  for (const table of ['asked_version', 'mailed_text'] as const) {
    const known = new Set((await trx.selectFrom(table).select('digest').execute()).map(({ digest }) => digest));
    for (const row of await lost.selectFrom(table).selectAll().execute())
      if (!known.has(row.digest)) await trx.insertInto(table).values(row).execute();
  }
}

/** A mail that a sender had claimed and not begun waits again. */
function asLeft(message: MessageRow): MessageRow {
  const waits = message.state === 'claimed' || message.state === 'queued';
  return { ...message, worker: null, ...(waits ? { state: 'planned', lease_until: null } : {}) };
}

async function add(
  trx: Db,
  { message, nudge }: LostMail,
  personId: number,
  names: NamedRows,
): Promise<'added' | 'unknown'> {
  const taken = await trx.selectFrom('nudge').select('id').where('id', '=', nudge.id).executeTakeFirst();
  if (taken) return 'unknown';
  const { assignment_id, signal_id } = nudge;
  await trx
    .insertInto('message')
    .values({ ...asLeft(message), person_id: personId })
    .execute();
  await trx
    .insertInto('nudge')
    .values({
      ...nudge,
      person_id: personId,
      day_taken: await freeDay(trx, nudge, personId),
      assignment_id: assignment_id !== null && names.assignments.has(assignment_id) ? assignment_id : null,
      signal_id: signal_id !== null && names.signals.has(signal_id) ? signal_id : null,
    })
    .execute();
  return 'added';
}

/** The day that a nudge held, unless another of its reader's has it here. */
async function freeDay(trx: Db, { id, day_taken }: NudgeRow, personId: number): Promise<string | null> {
  if (day_taken === null) return null;
  const other = await trx
    .selectFrom('nudge')
    .select('id')
    .where('person_id', '=', personId)
    .where('day_taken', '=', day_taken)
    .where('id', '!=', id)
    .executeTakeFirst();
  return other ? null : day_taken;
}

/** What a nudge may be due to: an assignment or signal made since the backup is not here. */
type NamedRows = { assignments: ReadonlySet<number>; signals: ReadonlySet<number> };

async function namedRows(trx: Db): Promise<NamedRows> {
  const idsOf = async (table: 'assignment' | 'signal') =>
    new Set((await trx.selectFrom(table).select('id').execute()).map(({ id }) => id));
  return { assignments: await idsOf('assignment'), signals: await idsOf('signal') };
}

/** A morning that was planned since is not planned again: its mail has come over. */
async function takeOverMornings(trx: Db, lost: Db): Promise<void> {
  const teams = new Set((await trx.selectFrom('team').select('id').execute()).map(({ id }) => id));
  const latest = await trx
    .selectFrom('planned_day')
    .select((eb) => eb.fn.max('local_date').as('day'))
    .executeTakeFirst();
  const mornings = await lost
    .selectFrom('planned_day')
    .selectAll()
    .where('local_date', '>=', latest?.day ?? '')
    .execute();
  for (const morning of mornings) {
    if (!teams.has(morning.team_id)) continue;
    await trx
      .insertInto('planned_day')
      .values(morning)
      .onConflict((conflict) => conflict.columns(['team_id', 'local_date']).doNothing())
      .execute();
  }
}
