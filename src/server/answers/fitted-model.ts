import { type MemoryModel, usualModel } from '#core/memory/memory-model.ts';
import type { Db } from '#server/database/open-database.ts';

/** The memory model that is believed of this organisation: the newest fitted to its answers, or the usual one before there was any. */
export async function readModel(db: Db): Promise<MemoryModel> {
  const row = await db.selectFrom('memory_model').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirst();
  if (!row) return usualModel;
  const { decay, scale, growth, spacing, kept } = row;
  return { curve: { decay, scale, growth }, practice: { spacing, kept } };
}
