import type { Catalogue } from '#catalogue/catalogue.ts';
import type { Db } from '#server/database/open-database.ts';
import type { MessageRow } from '#server/database/schema.ts';

/** Why a nudge must not go because its case is no longer in the library, or `null`: one may be planned in the moment in which its case is withdrawn. */
export async function withdrawnBlocker(
  db: Db,
  { cases }: Catalogue,
  { id, purpose }: Pick<MessageRow, 'id' | 'purpose'>,
): Promise<string | null> {
  if (purpose !== 'nudge') return null;
  const nudge = await db.selectFrom('nudge').select('case_id').where('message_id', '=', id).executeTakeFirst();
  if (!nudge || cases.some((entry) => entry.id === nudge.case_id)) return null;
  return 'its case was withdrawn';
}
