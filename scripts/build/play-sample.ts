import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { addressesIn } from '#catalogue/addresses.ts';
import type { Library } from '#catalogue/catalogue.ts';
import { contentFolder } from '#catalogue/read/content-folder.ts';
import { catalogueVersion } from '#catalogue/schema/published-schema.ts';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { languages } from '#i18n/languages.ts';
import { openApp, usualParts } from '#server/app-context.ts';
import { storeFileName } from '#server/database/sqlite-store.ts';
import { openLog } from '#server/log/log.ts';
import { sampleFolder, sampleNow } from '#server/sample/sample-store.ts';
import { readSettings } from '#server/settings.ts';
import type { PlayedClock } from '../demo/play-history.ts';
import { playHouse, takenAsDelivered } from '../demo/play-house.ts';
import { digestOfFiles } from './digest-of-files.ts';

/** The quarter that is told and the one it stands beside, with some weeks before: what was met then is asked about later. */
const weeks = 18;

/** What the played store depends on: not on how a page looks. */
const sources = [contentFolder, 'src/catalogue', 'src/core', 'src/i18n', 'src/server', 'scripts/demo'];

/**
 * Plays the invented organisation up to the day of the samples, in the store that the sample pages are read from. It takes some seconds, so
 * a store of the same sources is kept. `built` holds the mails that were drawn, and is given the library.
 */
export async function playSample(library: Library, built: string): Promise<void> {
  const mark = join(sampleFolder, 'made-from');
  const digest = digestOfFiles(sources, []);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === digest) return;
  rmSync(sampleFolder, { recursive: true, force: true });
  const playedIn = join(sampleFolder, 'being-played');
  mkdirSync(playedIn, { recursive: true });
  publishLibrary(library, join(built, 'client'));
  await play(playedIn, built);
  renameSync(join(playedIn, storeFileName), join(sampleFolder, storeFileName));
  rmSync(playedIn, { recursive: true });
  writeFileSync(mark, digest);
}

async function play(dataDir: string, distFolder: string): Promise<void> {
  const clock: PlayedClock = { now: sampleNow - weeks * 7 * dayMs };
  const log = openLog({ level: 'error', clock: Date.now, write: (line) => console.error(line) });
  const parts = { ...usualParts, log, distFolder, clock: () => clock.now, mail: takenAsDelivered };
  const app = await openApp(readSettings({ DEMO: '1', DATA_DIR: dataDir }), parts);
  try {
    await playHouse({ app, clock, until: sampleNow, weeks });
  } finally {
    await app.close();
  }
}

/** As the site publishes it, which is not built yet. */
function publishLibrary(library: Library, client: string): void {
  for (const language of languages) {
    const file = join(client, addressesIn(language).page('/catalogue.json'));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ version: catalogueVersion, ...library[language] }));
  }
}
