import type { Words } from '#i18n/words.ts';
import type { PieceAdded } from '#server/desk/write/write-desk.ts';

/** Why nothing was begun. */
export function refusalOf(added: Extract<PieceAdded, { ok: false }>, { write }: Words): string {
  if (added.reason !== 'refused') return write.refusals[added.reason];
  return write.refusals[added.refused.reason](added.refused.file);
}
