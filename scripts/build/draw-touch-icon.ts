import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { touchIconSvg } from '#site/icons/mark-drawing.ts';

/** What a phone of today asks for; it makes smaller ones itself. */
const touchIconPixels = 180;

/** Draws the icon that a phone puts on its home screen: phones take no SVG there. That of the tab is a page's own (src/pages/favicon.svg.ts). */
export function drawTouchIcon(site: string): void {
  const drawn = new Resvg(touchIconSvg(), { fitTo: { mode: 'width', value: touchIconPixels } }).render();
  writeFileSync(join(site, 'apple-touch-icon.png'), drawn.asPng());
}
