import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Catalogue } from '#catalogue/catalogue.ts';
import { type Picture, pictureSvg } from './picture.ts';
import { pictureFonts } from './picture-fonts.ts';
import { Typesetter } from './typesetter.ts';
import { picturesOf } from './what-is-drawn.ts';

/** Raise it with every change to how a picture looks: a kept one is known by what it says and by this. */
const look = '1';

/** The renderer has threads of its own; a few waiting pictures keep them busy. */
const atOnce = 4;

/** Draws the picture of every case, lesson and of the site into the built folder. What has not changed is copied from `keptIn`. */
export async function drawPictures(
  catalogue: Catalogue,
  site: string,
  keptIn: string,
): Promise<{ all: number; drawn: number }> {
  const typesetter = new Typesetter(await pictureFonts(join(keptIn, 'fonts')));
  const pictures = [...picturesOf(catalogue)].map(([path, picture]) => ({ path, picture, kept: keptName(picture) }));
  const missing = pictures.filter(({ kept }) => !existsSync(join(keptIn, kept)));
  const waiting = [...missing];
  const drawFromQueue = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop())
      writeFileSync(join(keptIn, next.kept), await typesetter.draw(pictureSvg(next.picture, typesetter)));
  };
  await Promise.all(Array.from({ length: atOnce }, drawFromQueue));
  for (const { path, kept } of pictures) {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    copyFileSync(join(keptIn, kept), join(site, path));
  }
  dropOthers(keptIn, new Set(pictures.map(({ kept }) => kept)));
  return { all: pictures.length, drawn: missing.length };
}

function keptName(picture: Picture): string {
  return `${createHash('sha256').update(look).update(JSON.stringify(picture)).digest('hex').slice(0, 24)}.png`;
}

function dropOthers(folder: string, used: ReadonlySet<string>): void {
  for (const name of readdirSync(folder)) if (name.endsWith('.png') && !used.has(name)) rmSync(join(folder, name));
}
