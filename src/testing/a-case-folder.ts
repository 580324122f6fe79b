import type { CaseFolder } from '#catalogue/assemble.ts';
import { readFiles } from '#catalogue/read/read-content.ts';

/** A case of the library as its files hold it, with some of it in other words. */
export function aCaseFolder(changes: Partial<CaseFolder> = {}): CaseFolder {
  const folder = readFiles('content').parts.cases.find(({ id }) => id === 'aisin-fire-1997');
  if (!folder) throw new RangeError('the library tells of the fire at Aisin no more');
  return { ...folder, ...changes };
}
