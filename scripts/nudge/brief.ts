import { writeFileSync } from 'node:fs';
import { quarterIn, quarterOf, quarterText } from '#core/brief/quarter.ts';
import { AppError } from '#core/errors/app-error.ts';
import { type Language, languages } from '#i18n/languages.ts';
import { briefFile } from '#server/brief/drawn/brief-file.ts';
import { briefText } from '#server/brief/drawn/brief-text.ts';
import { briefPdf } from '#server/brief/drawn/pdf/brief-pdf.ts';
import { findBrief } from '#server/brief/find-brief.ts';
import { houseCalendar } from '#server/brief/house-clock.ts';
import { readKeptQuarters } from '#server/brief/snapshots.ts';
import { tellBrief } from '#server/brief/told/told-brief.ts';
import { houseStore } from '#server/walls/read-wall.ts';
import { type Options, wrongUsage } from './options.ts';
import { withApp } from './with-app.ts';

/** `brief [--quarter 2026-Q4] [--language LANGUAGE] [--html FILE] [--pdf FILE]`: the board brief, printed or written. It names nobody. */
export async function brief([stray]: string[], options: Options): Promise<void> {
  if (stray) throw wrongUsage(`"${stray}" is one argument too many.`);
  const asked = quarterIn(options.quarter ?? null);
  if (options.quarter !== undefined && !asked)
    throw wrongUsage(`--quarter "${options.quarter}" is no quarter; write it as 2026-Q4.`);
  const language = languageOf(options);
  await withApp(async ({ planner, library, settings, clock }) => {
    const { weights } = planner;
    const db = await houseStore(planner.db);
    const now = clock();
    const quarter = asked ?? quarterOf((await houseCalendar(db, now)).today);
    const maker = { db, library, weights, smallestTeam: settings.smallestTeam };
    const found = await findBrief(maker, quarter, now);
    if (!found.ok) {
      const kept = (await readKeptQuarters(db)).map(quarterText).join(', ');
      throw new AppError('BRIEF_NOT_KEPT', { quarter: quarterText(quarter), kept: kept || 'none' });
    }
    const told = tellBrief(found.brief, language, found.standing);
    if (options.html) write(options.html, briefFile(told, settings.siteUrl));
    if (options.pdf) write(options.pdf, await briefPdf(told, now));
    if (!options.html && !options.pdf) console.log(briefText(told));
  });
}

function languageOf({ language = 'en' }: Options): Language {
  const known = languages.find((name) => name === language);
  if (known) return known;
  throw wrongUsage(`--language "${language}" is none of ${languages.join(', ')}.`);
}

/** @throws AppError when the file cannot be written. */
function write(file: string, content: string | Buffer): void {
  try {
    writeFileSync(file, content);
  } catch (cause) {
    throw new AppError('BRIEF_NOT_WRITTEN', { file }, { cause });
  }
  console.log(`Written: ${file}`);
}
