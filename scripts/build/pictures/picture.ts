import { heatBand } from './heat.ts';
import { families } from './picture-fonts.ts';
import { escapeXml, type Face, type Setting, type Typesetter } from './typesetter.ts';

export const size = { width: 1200, height: 630 };

const margin = 72;
const column = size.width - 2 * margin;
const ink = { paper: '#fbf8f3', text: '#1e1a17', ash: '#6a625a', rule: '#e2dacf', ember: '#b8371a' };
const band = { width: size.width, height: 92, bottom: size.height };

const headline: Setting = { face: 'display', sizes: [108, 102, 96, 90, 84, 76, 68, 60, 52], width: column, lines: 3 };
const unitText: Setting = { face: 'label', sizes: [27, 25, 23], width: 640, lines: 2 };

/** What a picture says: a line above, a headline, and perhaps one figure. `sparks` light the band of heat at its foot. */
export type Picture = {
  above: string;
  headline: string;
  figure?: { figure: string; unit: string };
  sparks: readonly number[];
};

/** 1200 by 630, what every network shows beside a link. */
export function pictureSvg(picture: Picture, typesetter: Typesetter): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}">
<rect width="${size.width}" height="${size.height}" fill="${ink.paper}"/>
${heatBand(picture.sparks, band)}
${mark(typesetter)}
${label(picture.above, { x: margin, y: 158, size: 27, colour: ink.ash })}
${headlineOf(picture, typesetter)}
${picture.figure ? figureOf(picture.figure, typesetter) : ''}
</svg>`;
}

/** Our mark: an ember with its glow. */
function mark(typesetter: Typesetter): string {
  const y = 76;
  const glow = (radius: number, opacity: number) =>
    `<circle cx="${margin + 22}" cy="${y}" r="${radius}" fill="${ink.ember}" opacity="${opacity}"/>`;
  const name = 'Nodomoto';
  const wide = typesetter.widthAt('display', 42)(name);
  const rule = `<path d="M${margin + 58 + wide + 28} ${y}H${size.width - margin}" stroke="${ink.rule}" stroke-width="2"/>`;
  return `${glow(22, 0.09)}${glow(16, 0.18)}${glow(10, 1)}${text(name, { face: 'display', x: margin + 58, y: y + 13, size: 42, colour: ink.text })}${rule}`;
}

function headlineOf(picture: Picture, typesetter: Typesetter): string {
  const { size: letters, lines } = typesetter.fit(picture.headline, {
    ...headline,
    ...(picture.figure && { sizes: headline.sizes.filter((letters) => letters <= 96), lines: 2 }),
  });
  const step = letters * 1.04;
  const first = 158 + 24 + letters * 0.86;
  return lines
    .map((line, index) =>
      text(line, { face: 'display', x: margin - 3, y: first + index * step, size: letters, colour: ink.text }),
    )
    .join('');
}

function figureOf({ figure, unit }: { figure: string; unit: string }, typesetter: Typesetter): string {
  const base = 508;
  const large = typesetter.fit(figure, { face: 'display', sizes: [84, 72, 60, 52], width: 520, lines: 1 });
  const drawn = large.lines.join(' ');
  const start = margin + typesetter.widthAt('display', large.size)(drawn) + 32;
  const said = typesetter.fit(unit, { ...unitText, width: size.width - margin - start });
  const lines = said.lines.map((line, index) =>
    label(line, {
      x: start,
      y: base + (index - said.lines.length + 1) * said.size * 1.35,
      size: said.size,
      colour: ink.ash,
    }),
  );
  return text(drawn, { face: 'display', x: margin - 2, y: base, size: large.size, colour: ink.ember }) + lines.join('');
}

type Placed = { x: number; y: number; size: number; colour: string };

const label = (said: string, placed: Placed) => text(said, { face: 'label', ...placed });

function text(said: string, { face, x, y, size: letters, colour }: Placed & { face: Face }): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-family="${families[face]}" font-size="${letters}" fill="${colour}">${escapeXml(said)}</text>`;
}
