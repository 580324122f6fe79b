import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

/** The faces of a printed brief. Japanese is one family, since a serif of it would weigh another 8 MB. */
export type PdfFaces = {
  text: Buffer;
  bold: Buffer;
  serif: Buffer;
  title: Buffer;
  covers: (text: string) => boolean;
  other: Buffer;
  otherBold: Buffer;
};

const require = createRequire(import.meta.url);
const fileOf = (name: string) => readFileSync(require.resolve(name));

/** Letters that the Latin files hold; whatever else somebody typed is set in the Japanese family, which knows Greek and Cyrillic too. */
const latin =
  /^[\u0020-\u007e\u00a0-\u00ff\u0131\u0152\u0153\u02c6\u02da\u02dc\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u2039\u203a\u20ac\u2122\u2191\u2193\u2212\u2215\n]*$/;

/** Cuts the faces down to the letters of one brief: a file of some dozen kilobytes. */
export async function facesFor(letters: string): Promise<PdfFaces> {
  const inter = fileOf('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2');
  const newsreader = fileOf('@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2');
  const gothic = '@expo-google-fonts/biz-udgothic';
  const cut = (font: Buffer, variationAxes: Record<string, number>) =>
    subsetFont(font, letters, { targetFormat: 'truetype', variationAxes });
  return {
    text: await cut(inter, { wght: 400 }),
    bold: await cut(inter, { wght: 620 }),
    serif: await cut(newsreader, { opsz: 14, wght: 420 }),
    title: await cut(newsreader, { opsz: 48, wght: 480 }),
    covers: (text) => latin.test(text),
    other: await subsetFont(fileOf(`${gothic}/400Regular/BIZUDGothic_400Regular.ttf`), letters, {
      targetFormat: 'truetype',
    }),
    otherBold: await subsetFont(fileOf(`${gothic}/700Bold/BIZUDGothic_700Bold.ttf`), letters, {
      targetFormat: 'truetype',
    }),
  };
}
