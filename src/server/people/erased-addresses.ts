import { createHmac, randomBytes } from 'node:crypto';
import type { Db } from '#server/database/open-database.ts';
import type { ErasedWhy, Instant } from '#server/database/schema.ts';

/**
 * What is left of an erased address: a hash, the key that it was made with, and whether its owner had wanted no mail. `left`: nobody asked for the
 * erasure, so that they may be taken in again; the mark is there for the wish alone.
 */
export type ErasedAddress = {
  mark: string;
  key: string;
  erased_at: Instant;
  why: ErasedWhy;
  unsubscribed_at: Instant | null;
};

export function normalised(address: string): string {
  return address.trim().toLowerCase();
}

/**
 * A hash without a key could be held against a list of all addresses of a firm by anybody who sees it anywhere. The key lies in the store alone, and
 * is not SECRET: that is changed now and then, and a mark has to hold for as long as the store does, in each of its copies.
 */
function markOf(key: string, address: string): string {
  return createHmac('sha256', Buffer.from(key, 'base64url')).update(normalised(address)).digest('base64url');
}

/** The mark of an address in this store. Nothing in it says which it is. */
export async function markIn(
  db: Db,
  address: string,
  { now, why, unsubscribedAt }: { now: Instant; why: ErasedWhy; unsubscribedAt: Instant | null },
): Promise<ErasedAddress> {
  const known = await db.selectFrom('erased_address').select('key').limit(1).executeTakeFirst();
  const key = known?.key ?? randomBytes(32).toString('base64url');
  return { mark: markOf(key, address), key, erased_at: now, why, unsubscribed_at: unsubscribedAt };
}

/** Remembers, in the caller's transaction, that an address was erased because its owner asked for it. */
export async function noteErasedAddress(
  trx: Db,
  address: string,
  unsubscribedAt: Instant | null,
  now: Instant,
): Promise<void> {
  await keepErasedAddresses(trx, [await markIn(trx, address, { now, why: 'asked', unsubscribedAt })]);
}

/** Remembers of somebody whose time was over that they had wanted no mail; of anybody else nothing is kept. */
export async function noteForgotten(
  trx: Db,
  address: string,
  unsubscribedAt: Instant | null,
  now: Instant,
): Promise<void> {
  if (unsubscribedAt === null) await forgetErasedAddress(trx, address);
  else await keepErasedAddresses(trx, [await markIn(trx, address, { now, why: 'left', unsubscribedAt })]);
}

/** Takes marks over; of two for one address the later counts. */
export async function keepErasedAddresses(trx: Db, marks: readonly ErasedAddress[]): Promise<void> {
  for (const mark of marks)
    await trx
      .insertInto('erased_address')
      .values(mark)
      .onConflict((conflict) => conflict.column('mark').doUpdateSet(saidOf(mark)))
      .execute();
}

function saidOf({ erased_at, why, unsubscribed_at }: ErasedAddress) {
  return { erased_at, why, unsubscribed_at };
}

export function readErasedAddresses(db: Db): Promise<ErasedAddress[]> {
  return db.selectFrom('erased_address').selectAll().orderBy('mark').execute();
}

/** Finds of an address when it was erased at its owner's wish, or `null`. Marks of one store have one key, those of a store that it took over from another. */
export function erasedIn(marks: readonly ErasedAddress[]): (address: string) => Instant | null {
  const marksOf = markFinder(marks.filter(({ why }) => why === 'asked'));
  return (address) => latest(marksOf(address).map(({ erased_at }) => erased_at));
}

/** Finds of an address when its owner, who was forgotten since, had said that they want no mail; `null` is never. */
export function wishIn(marks: readonly ErasedAddress[]): (address: string) => Instant | null {
  const marksOf = markFinder(marks);
  return (address) => latest(marksOf(address).flatMap(({ unsubscribed_at }) => unsubscribed_at ?? []));
}

function markFinder(marks: readonly ErasedAddress[]): (address: string) => ErasedAddress[] {
  const byMark = new Map(marks.map((mark) => [mark.mark, mark]));
  const keys = [...new Set(marks.map(({ key }) => key))];
  return (address) => keys.flatMap((key) => byMark.get(markOf(key, address)) ?? []);
}

function latest(instants: readonly Instant[]): Instant | null {
  return instants.length > 0 ? Math.max(...instants) : null;
}

/** What came of letting an address be taken in again. */
export type Forgotten = 'unknown' | 'forgotten' | 'wish kept';

/** Lets an address be taken in again. That its owner had wanted no mail is kept, so that they get none; asked a second time, that goes too. */
export async function forgetErasedAddress(db: Db, address: string): Promise<Forgotten> {
  const marks = await readErasedAddresses(db);
  const own = [...new Set(marks.map(({ key }) => key))].map((key) => markOf(key, address));
  const ofAddress = marks.filter(({ mark }) => own.includes(mark));
  if (ofAddress.length === 0) return 'unknown';
  const wishes = ofAddress.filter(({ why, unsubscribed_at }) => why === 'asked' && unsubscribed_at !== null);
  if (wishes.length > 0) {
    await keepErasedAddresses(
      db,
      wishes.map((mark) => ({ ...mark, why: 'left' })),
    );
    return 'wish kept';
  }
  await db.deleteFrom('erased_address').where('mark', 'in', own).execute();
  return 'forgotten';
}
