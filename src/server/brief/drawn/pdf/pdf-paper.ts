import PDFDocument from 'pdfkit';
import type { Language } from '#i18n/languages.ts';
import type { PdfFaces } from './pdf-faces.ts';

/** A4 in points. */
const sheet = { width: 595.28, height: 841.89 };
export const margin = 44;
export const bodyWidth = sheet.width - 2 * margin;
export const bodyEnd = sheet.height - 40;

export const inks = { ink: '#1e1a17', ash: '#5f574f', rule: '#cfc5b8', ember: '#a93216' } as const;

export type Ink = keyof typeof inks;

/** How a piece of text is set; `size` and `leading` in points, `lines` the most it may take before it is cut with an ellipsis. */
export type TextStyle = {
  face: 'text' | 'bold' | 'serif' | 'title';
  size: number;
  leading: number;
  ink: Ink;
  align?: 'left' | 'right';
  lines?: number;
};

export type Place = { x: number; y: number; width: number };

/** Part of the structure of a tagged PDF, in which content stands. */
export type Tag = PDFKit.PDFStructureElement;

type Made = { title: string; language: Language; faces: PdfFaces; now: number };

/** Two sheets on which tagged text is set at a place of its own. */
export class PdfPaper {
  private readonly doc: PDFKit.PDFDocument;
  private readonly faces: PdfFaces;
  private readonly chunks: Buffer[] = [];
  private readonly ended: Promise<void>;
  /** The root of the structure. */
  readonly root: Tag;

  constructor({ title, language, faces, now }: Made) {
    this.faces = faces;
    this.doc = new PDFDocument({
      size: 'A4',
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      pdfVersion: '1.7',
      tagged: true,
      displayTitle: true,
      lang: language,
      info: { Title: title, Creator: 'Nodomoto', CreationDate: new Date(now) },
    });
    this.ended = new Promise((resolve, reject) => {
      this.doc.on('data', (chunk: Buffer) => this.chunks.push(chunk));
      this.doc.on('end', resolve);
      this.doc.on('error', reject);
    });
    for (const name of ['text', 'bold', 'serif', 'title', 'other', 'otherBold'] as const)
      this.doc.registerFont(name, faces[name]);
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
  }

  nextPage(): void {
    this.doc.addPage();
  }

  /** A part of the structure, within another: a section, a table, a row, a list. */
  tag(within: Tag, kind: string): Tag {
    const tag = this.doc.struct(kind);
    within.add(tag);
    return tag;
  }

  /** Sets a text and returns where it ends. */
  text(within: Tag, kind: string, text: string, { x, y, width }: Place, style: TextStyle): number {
    const height = this.height(text, width, style);
    within.add(
      this.doc.struct(kind, {}, () => {
        this.choose(text, style);
        this.doc.fillColor(inks[style.ink]).text(text, x, y, {
          width,
          align: style.align ?? 'left',
          lineGap: this.gap(style),
          height: height + 1,
          ellipsis: '…',
        });
      }),
    );
    return y + height;
  }

  /** How much room a text takes, in points. */
  height(text: string, width: number, style: TextStyle): number {
    this.choose(text, style);
    const all = this.doc.heightOfString(text, { width, lineGap: this.gap(style) });
    return style.lines === undefined ? all : Math.min(all, style.lines * style.leading);
  }

  /** A line from side to side, which is no content. */
  rule({ x, y, width }: Place, ink: Ink, thickness: number): void {
    this.asDecoration(() =>
      this.doc
        .lineWidth(thickness)
        .strokeColor(inks[ink])
        .moveTo(x, y)
        .lineTo(x + width, y)
        .stroke(),
    );
  }

  /** A small square: full, half or empty, as a status that is seen in grey too. */
  square(x: number, y: number, filled: 'full' | 'half' | 'empty', ink: Ink): void {
    const size = 6.5;
    this.asDecoration(() => {
      if (filled === 'full') this.doc.rect(x, y, size, size).fill(inks[ink]);
      if (filled === 'half') this.doc.polygon([x, y + size], [x, y], [x + size, y + size]).fill(inks[ink]);
      this.doc.lineWidth(0.8).rect(x, y, size, size).stroke(inks[ink]);
    });
  }

  /** Words that belong to the paper, as the number of its page. */
  besides(text: string, place: Place, style: TextStyle): void {
    this.asDecoration(() => {
      this.choose(text, style);
      this.doc
        .fillColor(inks[style.ink])
        .text(text, place.x, place.y, { width: place.width, align: style.align ?? 'left', lineBreak: false });
    });
  }

  async end(): Promise<Buffer> {
    this.root.end();
    this.doc.end();
    await this.ended;
    return Buffer.concat(this.chunks);
  }

  private asDecoration(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  }

  private choose(text: string, { face, size }: TextStyle): void {
    const own = this.faces.covers(text);
    const name = own ? face : face === 'bold' || face === 'title' ? 'otherBold' : 'other';
    // Japanese looks larger than Latin of the same size.
    this.doc.font(name).fontSize(own ? size : size * 0.92);
  }

  private gap({ leading }: TextStyle): number {
    return leading - this.doc.currentLineHeight(false);
  }
}
