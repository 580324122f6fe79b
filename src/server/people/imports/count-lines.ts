import type { Words } from '#i18n/shape.ts';
import { countKinds, type ImportCounts } from './import-rows.ts';

/** What an import came to, one sentence for each thing of which there was any. */
export function countLines(counts: ImportCounts | null, t: Words['peopleImport']['done']['counts']): string[] {
  if (!counts) return [];
  return countKinds.filter((kind) => counts[kind] > 0).map((kind) => t[kind](counts[kind]));
}
