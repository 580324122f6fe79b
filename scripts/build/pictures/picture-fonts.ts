import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { letters } from '../cut-fonts.ts';

/** The two faces of a picture, by the family names inside their files (the cut keeps the name of its smallest size); a renderer of SVG reads TrueType, not the web's WOFF2. */
export const families = { display: 'Newsreader 16pt', label: 'Inter' } as const;

const cuts = [
  {
    file: 'newsreader-60.ttf',
    from: '@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2',
    axes: { opsz: 60, wght: 400 },
  },
  {
    file: 'inter-500.ttf',
    from: '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
    axes: { wght: 500 },
  },
];

/** Cuts the faces of the pictures into `folder`, once, and says where they are. */
export async function pictureFonts(folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const find = createRequire(import.meta.url);
  for (const { file, from, axes } of cuts) {
    const target = join(folder, file);
    if (existsSync(target)) continue;
    const text = Object.values(letters).join('');
    const cut = await subsetFont(readFileSync(find.resolve(from)), text, { targetFormat: 'sfnt', variationAxes: axes });
    writeFileSync(target, cut);
  }
  return cuts.map(({ file }) => join(folder, file));
}
