import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cutWhenChanged, letters } from '../cut-fonts.ts';

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

/** Cuts the faces of the pictures into `folder` and says where they are. */
export async function pictureFonts(folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const text = Object.values(letters).join('');
  for (const { file, from, axes } of cuts) {
    await cutWhenChanged(join(folder, file), from, text, { targetFormat: 'sfnt', variationAxes: axes });
  }
  return cuts.map(({ file }) => join(folder, file));
}
