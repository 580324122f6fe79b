import type { Words } from '#i18n/words.ts';
import type { ExportRefused } from './export-pieces.ts';
import type { SharedRefused } from './open-shared.ts';

/** Why nothing of a file was taken in. */
export function refusalInWords(refused: SharedRefused, { sharing }: Words): string {
  const t = sharing.refusals;
  switch (refused.reason) {
    case 'not-as-agreed':
      return t['not-as-agreed'](refused.where);
    case 'stray-file':
    case 'no-piece':
      return t[refused.reason](refused.piece, refused.file);
    case 'not-readable':
    case 'changed':
    case 'broken-chain':
    case 'not-to-be-passed-on':
      return t[refused.reason](refused.piece);
    default:
      return t[refused.reason];
  }
}

/** Why nothing was handed out. */
export function keptInWords({ reason, piece }: ExportRefused, { sharing }: Words): string {
  return sharing.kept[reason](piece);
}
