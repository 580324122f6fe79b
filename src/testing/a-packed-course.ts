import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentFolder } from '#catalogue/read/content-folder.ts';
import { readLibrary } from '#catalogue/read/read-content.ts';
import { typesetLibrary } from '#catalogue/typeset-library.ts';
import { type Course, courseOf } from '#course/course.ts';
import type { Language } from '#i18n/languages.ts';
import type { PlayerFiles } from '#server/course/pack-course.ts';
import { readPlayerFiles } from '#server/course/player-files.ts';
import { cutFonts } from '../../scripts/build/cut-fonts.ts';
import { writePlayer } from '../../scripts/build/write-player.ts';

/** The player as the build makes it, in a folder of its own. */
export async function aBuiltPlayer(): Promise<PlayerFiles> {
  const folder = mkdtempSync(join(tmpdir(), 'nodomoto-player-'));
  await cutFonts();
  await writePlayer(folder);
  return readPlayerFiles(folder);
}

/** A module of the library, all of whose cases are told in both languages. */
export function aCourse(first: Language): Course {
  const library = typesetLibrary(readLibrary(contentFolder));
  const course = courseOf(library, 'after-the-earthquake', first, 'https://site.example');
  if (!course) throw new Error('The library has no such module.');
  return course;
}
