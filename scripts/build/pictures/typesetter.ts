import { Resvg, renderAsync } from '@resvg/resvg-js';
import { balancedLines, type WidthOf } from './balanced-lines.ts';
import { families } from './picture-fonts.ts';

export type Face = keyof typeof families;
export type Setting = { face: Face; sizes: readonly number[]; width: number; lines: number };
export type SetText = { size: number; lines: string[] };

export const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Measures text with the very font and renderer that will draw it, so that what fits here fits in the picture. */
export class Typesetter {
  private readonly fontFiles: string[];
  private readonly widths = new Map<string, number>();

  constructor(fontFiles: string[]) {
    this.fontFiles = fontFiles;
  }

  /** The largest of the sizes at which the text stands in its lines, broken so that they are of about equal length. */
  fit(text: string, { face, sizes, width, lines }: Setting): SetText {
    for (const size of sizes) {
      const broken = balancedLines(text, width, this.widthAt(face, size));
      if (broken && broken.length <= lines) return { size, lines: broken };
    }
    return this.shortened(text, { face, sizes, width, lines });
  }

  /** Text too long for its smallest size loses words at its end, and says so. */
  private shortened(text: string, setting: Setting): SetText {
    const shorter = text.replace(/[\s.,;:]*\s\S+$/, '');
    if (shorter === text) throw new RangeError(`"${text}" has a word wider than ${setting.width} pixels`);
    const ended = shorter.replace(/…?$/, '…');
    const size = setting.sizes.at(-1) ?? 0;
    const broken = balancedLines(ended, setting.width, this.widthAt(setting.face, size));
    return broken && broken.length <= setting.lines ? { size, lines: broken } : this.shortened(shorter, setting);
  }

  widthAt(face: Face, size: number): WidthOf {
    return (text) => (this.widthOfHundred(face, text) * size) / 100;
  }

  async draw(svg: string): Promise<Buffer> {
    return (await renderAsync(svg, this.options())).asPng();
  }

  private widthOfHundred(face: Face, text: string): number {
    const key = `${face} ${text}`;
    const known = this.widths.get(key);
    if (known !== undefined) return known;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="200"><text y="100" font-family="${families[face]}" font-size="100">${escapeXml(text)}</text></svg>`;
    const width = new Resvg(svg, this.options()).getBBox()?.width ?? 0;
    this.widths.set(key, width);
    return width;
  }

  private options() {
    return { font: { loadSystemFonts: false, fontFiles: this.fontFiles, defaultFontFamily: families.label } };
  }
}
