import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#core/errors/app-error.ts';
import { didYouMean } from '#core/text/did-you-mean.ts';
import { type CourseEdition, courseEditions, editionNames, usualPassMark } from '#course/editions.ts';
import { firstLanguage, type Language, languages } from '#i18n/languages.ts';
import { packageModule } from '#server/course/package-module.ts';
import { type Options, wrongUsage } from './options.ts';
import { withApp } from './with-app.ts';

/** `package MODULE --as FORM [FOLDER]`: a module as a file that a learning platform takes. */
export async function packageForPlatform(positionals: string[], options: Options): Promise<void> {
  const [moduleId, folder = '.', ...others] = positionals;
  if (!moduleId) throw wrongUsage('Say which module.');
  if (others.length > 0) throw wrongUsage(`"${others[0]}" is one argument too many.`);
  const asked = { moduleId, edition: editionIn(options), passMark: markIn(options), language: languageIn(options) };
  await withApp(async ({ library, settings: { siteUrl }, playerFiles }) => {
    const made = packageModule({ library, siteUrl, playerFiles }, asked);
    if (!made) {
      const known = library.en.modules.map(({ id }) => id);
      throw new AppError('NO_SUCH_MODULE', { module: moduleId, nearest: didYouMean(moduleId, known) });
    }
    const file = join(folder, made.name);
    if (existsSync(file)) throw new AppError('EXPORT_EXISTS', { file });
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, made.zip);
    console.log(`${file}: ${editionNames[asked.edition]}, ${Math.round(made.zip.length / 1000)} kB`);
  });
}

function editionIn({ as }: Options): CourseEdition {
  const edition = courseEditions.find((name) => name === as);
  if (!edition) throw wrongUsage(`Say --as ${courseEditions.join(', --as ')}.`);
  return edition;
}

/** The pass mark as a share, from per cent. */
function markIn({ pass }: Options): number {
  if (pass === undefined) return usualPassMark;
  const percent = /^\d{1,3}$/.test(pass) ? Number(pass) : Number.NaN;
  if (percent >= 1 && percent <= 100) return percent / 100;
  throw wrongUsage(`--pass "${pass}" is no mark; write per cent, as in --pass 80.`);
}

function languageIn({ language }: Options): Language {
  const found = language === undefined ? firstLanguage : languages.find((name) => name === language);
  if (!found) throw wrongUsage(`--language "${language}" is none of ${languages.join(', ')}.`);
  return found;
}
