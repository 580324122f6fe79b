import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#core/errors/app-error.ts';

/** Lower-case words and the year, so that cases sort and read well in addresses. */
const slugForm = /^[a-z0-9]+(-[a-z0-9]+)*-\d{4}$/;

export function isCaseSlug(slug: string): boolean {
  return slugForm.test(slug);
}

/**
 * Lays out the four files of a case in `content`, each field with a word on what belongs there, and returns their folder.
 * @throws AppError when the case exists; nothing that is there is touched.
 */
export function layOutCase(content: string, slug: string): string {
  const folder = join(content, 'cases', slug);
  if (existsSync(folder)) throw new AppError('CASE_EXISTS', { folder });
  cpSync(join(import.meta.dirname, 'form'), folder, { recursive: true });
  return folder;
}
