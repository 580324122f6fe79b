import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readContent } from '#catalogue/read/read-content.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { drawPictures } from './draw-pictures.ts';
import { type Picture, pictureSvg, size } from './picture.ts';
import { pictureFonts } from './picture-fonts.ts';
import { Typesetter } from './typesetter.ts';
import { picturesOf } from './what-is-drawn.ts';

let folder: string;
let fontFiles: string[];
let typesetter: Typesetter;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nodomoto-pictures-'));
  fontFiles = await pictureFonts(join(folder, 'fonts'));
  typesetter = new Typesetter(fontFiles);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What the letters alone cover: the drawing without its ground and its band. */
function boxOfText(picture: Picture) {
  const texts = pictureSvg(picture, typesetter).match(/<text[\s\S]*?<\/text>/g) ?? [];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}">${texts.join('')}</svg>`;
  return new Resvg(svg, { font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Inter' } }).getBBox();
}

function expectInside(picture: Picture): void {
  const box = boxOfText(picture);
  if (!box) throw new Error('the picture has no text');
  expect(box.x, picture.headline).toBeGreaterThanOrEqual(60);
  expect(box.x + box.width, picture.headline).toBeLessThanOrEqual(size.width - 60);
  expect(box.y + box.height, picture.headline).toBeLessThanOrEqual(size.height - 92);
}

describe('the picture beside a shared link', () => {
  it('holds every case and lesson of the library within its margins', () => {
    for (const picture of picturesOf(readContent('content')).values()) expectInside(picture);
  });

  it('holds the longest title, figure and unit that a case may have', () => {
    const words = (length: number, word: string) => word.repeat(length).slice(0, length).trim();
    expectInside({
      above: words(60, 'Chattahoochee '),
      headline: words(60, 'Manufacturing '),
      figure: { figure: words(24, 'W00,000 '), unit: words(90, 'manufacturers ') },
      sparks: [0, 0.5, 0.9],
    });
    expectInside({ above: 'A lesson', headline: words(110, 'Manufacturing '), sparks: [0] });
  });

  it('is drawn once, and copied as long as it says the same', async () => {
    const site = join(folder, 'site');
    const kept = join(folder, 'kept');
    expect(await drawPictures(aCatalogue(), site, kept)).toEqual({ all: 8, drawn: 8 });
    expect(await drawPictures(aCatalogue(), site, kept)).toEqual({ all: 8, drawn: 0 });
  });
});
