import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from './open-database.ts';

/** What is damaged in a store, in the words of its database; nothing when it is whole. */
export type FindDamage = (db: Db) => Promise<string[]>;

const rowSchema = z.object({ quick_check: z.string() });

/** Reads every page, but does not hold indexes against their tables, which would take as long again. */
export const findSqliteDamage: FindDamage = async (db) => {
  const { rows } = await sql`PRAGMA quick_check(5)`.execute(db);
  return rows.map((row) => rowSchema.parse(row).quick_check).filter((line) => line !== 'ok');
};

/** A database of the house is looked after by whoever runs it; it answers, or the doctor could not ask. */
export const noSqliteFile: FindDamage = async () => [];
