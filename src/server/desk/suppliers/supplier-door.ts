import type { Db } from '#server/database/open-database.ts';
import type { Keyring } from '#server/keys/keyring.ts';
import type { Planner } from '#server/nudges/plan-nudges.ts';

/**
 * What work on suppliers needs of the app: the one way through the wall. `planner.db` is the store with nothing left out, and what goes through here is
 * written out by hand: invitations, what is recommended, and how many have met it where they agreed to say so.
 */
export type SupplierDoor = {
  planner: Planner;
  keys: Keyring;
  siteUrl: string;
  trainers: readonly string[];
  /** Where mails lie beside the store, which go with whom they were sent to. */
  dataDir: string;
};

export function storeOf({ planner }: SupplierDoor): Db {
  return planner.db;
}
