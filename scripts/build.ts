import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build as buildAstro } from 'astro';
import { lapsedFacts } from '#catalogue/queries/lapsing.ts';
import { contentFolder } from '#catalogue/read/content-folder.ts';
import { readLibrary } from '#catalogue/read/read-content.ts';
import { typesetLibrary } from '#catalogue/typeset-library.ts';
import { checkPages } from './build/check-pages.ts';
import { compressFiles } from './build/compress-files.ts';
import { drawMail } from './build/draw-mail.ts';
import { drawTouchIcon } from './build/draw-touch-icon.ts';
import { indexSearch } from './build/index-search.ts';
import { builtMark, sourceDigest } from './build/is-built.ts';
import { drawPictures } from './build/pictures/draw-pictures.ts';
import { playSample } from './build/play-sample.ts';
import { printSheets } from './build/print-sheets.ts';
import { printableLanguages } from './build/printable-languages.ts';
import { tightenPolicies } from './build/tighten-policy.ts';
import { trimStyles } from './build/trim-styles.ts';
import { writePlayer } from './build/write-player.ts';
import { writeWorker } from './build/write-worker.ts';
import { canonicalUrlOfRun } from './read-environment.ts';
import { runCommand } from './run-command.ts';

const dist = 'dist';

/** Printed sheets, kept from one build to the next. */
const sheetsFolder = '.nodomoto/sheets';

/** Pictures for shared links, likewise. */
const picturesFolder = '.nodomoto/og';

/** What of the build stands before the site, and is read by it and by the server. */
const builtBefore = '.nodomoto/built-before';

/** Checks the content, builds the pages, the search index and the mails. @throws ContentError when an author has something to mend. */
export async function buildSite(siteUrl: string, report: (line: string) => void): Promise<void> {
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  process.env['SITE_URL'] = siteUrl;
  const library = readLibrary(contentFolder);
  const { cases, lessons } = library.en;
  report(`Content: ${cases.length} cases, ${lessons.length} lessons, nothing to mend.`);
  for (const { file, field, validUntil } of lapsedFacts(library.en, new Date().toISOString().slice(0, 10)))
    report(`Content: ${file}, ${field} held until ${validUntil}; its page says so, and no mail tells it.`);
  process.env['SHEETS_PRINTED_IN'] = (await printableLanguages(report)).join(' ');
  const mails = await drawMail(typesetLibrary(library), join(builtBefore, 'mail'));
  await playSample(library, builtBefore);
  await buildAstro({ logLevel: 'error' });
  cpSync(join(builtBefore, 'mail'), join(dist, 'mail'), { recursive: true });
  trimStyles(join(dist, 'client'));
  tightenPolicies(join(dist, 'client'));
  const paper = await printSheets(join(dist, 'client'), sheetsFolder);
  checkPages(join(dist, 'client'));
  const searchable = await indexSearch(join(dist, 'client'), join(dist, 'search'));
  const pictures = await drawPictures(library.en, join(dist, 'client'), picturesFolder);
  drawTouchIcon(join(dist, 'client'));
  await writePlayer(join(dist, 'course'));
  await writeWorker(join(dist, 'client'), sourceDigest(siteUrl).slice(0, 12));
  await compressFiles(join(dist, 'client'));
  report(`Site: ${searchable.pages} pages and ${searchable.questions} questions searchable, ${mails} mails drawn.`);
  report(`Pictures: ${pictures.all} for shared links, ${pictures.drawn} of them drawn now.`);
  report(`Paper: ${paper.sheets} sheets as PDF, ${paper.printed} of them printed now.`);
  for (const page of paper.long)
    report(`Paper: ${page} is not two sides of A4; shorten its mail story or its answers.`);
  writeFileSync(builtMark, sourceDigest(siteUrl));
}

if (import.meta.main) await runCommand(() => buildSite(canonicalUrlOfRun(), console.log));
