import { forgetFact, keepFact, readFact } from '#server/database/facts.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { type Scrubbed, scrubStore } from '#server/database/scrub.ts';
import { type Erasure, erasePerson, removedNothing } from '#server/people/erase-person.ts';
import { keepErasedAddresses, markIn, normalised, readErasedAddresses } from '#server/people/erased-addresses.ts';
import { deleteMailsOf } from './mails-of.ts';
import { keepMarksBeside } from './marks-beside.ts';
import { eraseFromOtherStores, type OtherStore } from './other-stores.ts';

/** Where whatever is kept lies. */
export type DataPlace = { db: Db; dataDir: string; databaseUrl: string | null };

/** What an erasure did at once. */
export type ErasureDone = Extract<Erasure, { ok: true }> & { mails: number };

/** What follows on it: other stores in the folder, and what deleted rows left in files. */
export type ErasureFinished = { others: readonly OtherStore[]; scrubbed: Scrubbed };

const wantedName = 'scrub-wanted';

/**
 * Erases an address from the store and from mails that lie beside it, and asks for the rest, which takes as long as the store is large:
 * `finishErasures`. `null` when nothing here knows the address.
 */
export async function eraseEverywhere(place: DataPlace, email: string, now: Instant): Promise<ErasureDone | null> {
  const { db, dataDir } = place;
  const erasure = await erasePerson(db, email, now);
  const addresses = erasure.ok ? erasure.addresses : [normalised(email)];
  let mails = 0;
  for (const address of addresses) mails += await deleteMailsOf(dataDir, address);
  if (!erasure.ok && !(await isElsewhere(place, email, mails, now))) return null;
  await keepMarksBeside(db, dataDir);
  await wantScrub(db, now);
  return erasure.ok
    ? { ...erasure, mails }
    : {
        ok: true,
        name: null,
        learner: null,
        addresses,
        unsubscribedAt: null,
        removed: removedNothing,
        notesWithName: 0,
        mails,
      };
}

/** Whether an address that the store does not know was in what lies beside it; then it is marked as well. */
async function isElsewhere(place: DataPlace, email: string, mails: number, now: Instant): Promise<boolean> {
  const mark = await markIn(place.db, email, { now, why: 'asked', unsubscribedAt: null });
  const others = await eraseFromOtherStores(place, [mark], now);
  if (mails === 0 && others.every(({ erased }) => erased === 0 || erased === 'unreadable')) return false;
  await keepErasedAddresses(place.db, [mark]);
  return true;
}

/** Asks for the files to be rid of what deleted rows left in them. */
export async function wantScrub(db: Db, now: Instant): Promise<void> {
  await keepFact(db, wantedName, String(now));
}

/** Does what erasures asked for, if any did; `null` when none has. What is busy stays asked for. */
export async function finishErasures(place: DataPlace, now: Instant): Promise<ErasureFinished | null> {
  const { db } = place;
  if ((await readFact(db, wantedName)) === null) return null;
  const others = await eraseFromOtherStores(place, await readErasedAddresses(db), now);
  const scrubbed = await scrubStore(db);
  if (scrubbed !== 'busy') await forgetFact(db, wantedName);
  return { others, scrubbed };
}
