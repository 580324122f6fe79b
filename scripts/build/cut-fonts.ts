import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';

type Cut = {
  file: string;
  /** A variable font of Fontsource, inside its npm package. */
  from: string;
  axes: Record<string, number | { min: number; max: number }>;
};

/**
 * The npm files carry every weight and optical size, 132 kB for Newsreader alone. These carry what the pages use; the headline
 * gets its own optical size, which a range of sizes in one file would cost more than a second file.
 */
const cuts: Cut[] = [
  {
    file: 'newsreader-text.woff2',
    from: '@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2',
    axes: { opsz: 17, wght: { min: 400, max: 600 } },
  },
  {
    file: 'newsreader-text-italic.woff2',
    from: '@fontsource-variable/newsreader/files/newsreader-latin-opsz-italic.woff2',
    axes: { opsz: 17, wght: 400 },
  },
  {
    file: 'newsreader-display.woff2',
    from: '@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2',
    axes: { opsz: 60, wght: 400 },
  },
  {
    file: 'inter-ui.woff2',
    from: '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
    axes: { wght: { min: 400, max: 650 } },
  },
];

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join('');

/** Basic Latin, Latin-1, and the punctuation, arrows and signs the pages set. */
const characters = `${range(0x20, 0x7e)}${range(0xa0, 0xff)}–—‘’“”„†‡•…‰‹›€™−×←→↑↓`;

const folder = 'src/styles/fonts';

/** Cuts the fonts of the pages from the npm packages, once; fonts.css names the files. */
export async function cutFonts(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const find = createRequire(import.meta.url);
  for (const { file, from, axes } of cuts) {
    const target = join(folder, file);
    if (existsSync(target)) continue;
    const whole = readFileSync(find.resolve(from));
    writeFileSync(target, await subsetFont(whole, characters, { targetFormat: 'woff2', variationAxes: axes }));
  }
}
