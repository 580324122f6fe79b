import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';

type Face = {
  name: string;
  /** A variable font of Fontsource, inside its npm package. */
  from: string;
  axes: Record<string, number | { min: number; max: number }>;
};

/**
 * The npm files carry every weight and optical size, 132 kB for Newsreader alone. These carry what the pages use; the headline
 * gets its own optical size, which a range of sizes in one file would cost more than a second file.
 */
const faces: Face[] = [
  {
    name: 'newsreader-text',
    from: '@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2',
    axes: { opsz: 17, wght: { min: 400, max: 600 } },
  },
  {
    name: 'newsreader-text-italic',
    from: '@fontsource-variable/newsreader/files/newsreader-latin-opsz-italic.woff2',
    axes: { opsz: 17, wght: 400 },
  },
  {
    name: 'newsreader-display',
    from: '@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2',
    axes: { opsz: 60, wght: 400 },
  },
  {
    name: 'inter-ui',
    from: '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
    axes: { wght: { min: 400, max: 650 } },
  },
];

/** The weights that vary above, one by one, for what is printed (sheet/fonts.css). */
const facesOfPaper: Face[] = [
  ...[400, 500, 600].map((wght) => ({
    name: `newsreader-text-${wght}`,
    from: '@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2',
    axes: { opsz: 17, wght },
  })),
  ...[400, 600].map((wght) => ({
    name: `inter-ui-${wght}`,
    from: '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
    axes: { wght },
  })),
];

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join('');

/**
 * `core` holds what nearly every page sets, `more` the rest of Latin-1 and rarer signs, which a browser fetches only for a page that
 * shows one of them. `unicode-range` in fonts.css says the same in its own spelling.
 */
export const letters = {
  core: `${range(0x20, 0x7e)}\u00a0£¥§°·×–—‘’“”…€−←→↑↓`,
  more: `¡¢¤¦${range(0xa8, 0xaf)}±²³´µ¶${range(0xb8, 0xd6)}${range(0xd8, 0xff)}„†‡•‰‹›™`,
};

/** Kerning, ligatures, table figures and accents. Small capitals, fractions and swashes would be a quarter of the bytes. */
const features = ['kern', 'liga', 'tnum', 'lnum', 'ccmp', 'locl', 'mark'];

const folder = 'src/styles/fonts';

/** Cuts the fonts of the pages from the npm packages; fonts.css and sheet/fonts.css name the files. */
export async function cutFonts(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const { name, from, axes } of [...faces, ...facesOfPaper]) {
    for (const [part, text] of Object.entries(letters)) {
      // Named apart from the call: the published types do not know the last two yet.
      const options = {
        targetFormat: 'woff2',
        variationAxes: axes,
        keepFeatures: features,
        noHinting: true,
      } as const;
      await cutWhenChanged(join(folder, `${name}-${part}.woff2`), from, text, options);
    }
  }
}

/** Cuts a font of an npm package, unless `target` was cut from the same file, letters and options. A digest of them lies beside it. */
export async function cutWhenChanged(
  target: string,
  from: string,
  text: string,
  options: Parameters<typeof subsetFont>[2],
): Promise<void> {
  const whole = readFileSync(createRequire(import.meta.url).resolve(from));
  const inputs = createHash('sha256')
    .update(whole)
    .update(JSON.stringify([text, options]))
    .digest('hex');
  const beside = `${target}.inputs`;
  if (existsSync(target) && existsSync(beside) && readFileSync(beside, 'utf8') === inputs) return;
  writeFileSync(target, await subsetFont(whole, text, options));
  writeFileSync(beside, inputs);
}
