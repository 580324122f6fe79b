import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readPublishedLibrary } from '#catalogue/read/read-published.ts';
import { AppError } from '#core/errors/app-error.ts';
import { templateIndexFile } from '#server/mail/template-files.ts';
import { good, type Verdict } from './finding.ts';

export function libraryBuilt(distFolder: string): Verdict {
  readPublishedLibrary(join(distFolder, 'client'));
  return good();
}

export function mailsDrawn(distFolder: string): Verdict {
  const file = join(distFolder, 'mail', templateIndexFile);
  if (!existsSync(file)) throw new AppError('NOT_BUILT', { file });
  return good();
}
