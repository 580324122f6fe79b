import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markCircles, markColours, markSvg } from '#site/icons/mark-drawing.ts';
import { drawTouchIcon } from './draw-touch-icon.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nodomoto-icons-'));
  drawTouchIcon(folder);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the icons of the site', () => {
  it('are the mark of its header, for the tab by day and by night', () => {
    const svg = markSvg('Nodomoto');
    expect([...svg.matchAll(/ r="([\d.]+)"/g)].map(([, radius]) => Number(radius))).toEqual(
      markCircles.map(({ radius }) => radius),
    );
    expect(svg).toContain(`fill="${markColours.light}"`);
    expect(svg).toContain(`@media (prefers-color-scheme:dark){g{fill:${markColours.dark}}}`);
  });

  it('have a PNG of 180 pixels for a phone', () => {
    const png = readFileSync(join(folder, 'apple-touch-icon.png'));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([180, 180]);
  });

  it('have the colours of the pages', () => {
    const tokens = readFileSync('src/styles/tokens.css', 'utf8');
    const named = (name: string) => [...tokens.matchAll(new RegExp(`--${name}: (#\\w+);`, 'g'))].map(([, hex]) => hex);
    expect(named('ember').slice(0, 2)).toEqual([markColours.light, markColours.dark]);
    expect(named('paper')[0]).toBe(markColours.ground);
  });

  it('are named in the head of every page', () => {
    const head = readFileSync('src/components/shell/PageHead.astro', 'utf8');
    expect(head).toContain('<link rel="icon" href="/favicon.svg" type="image/svg+xml" />');
    expect(head).toContain('<link rel="apple-touch-icon" href="/apple-touch-icon.png" />');
  });
});
