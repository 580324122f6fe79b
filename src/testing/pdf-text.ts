import { inflateSync } from 'node:zlib';

/**
 * The words that a PDF of ours says, in the order in which they are set: what a reader selects and a machine reads aloud. Written for the files of
 * pdfkit, whose embedded fonts name the letters of their glyphs in a table of their own.
 */
export function pdfText(pdf: Buffer): string {
  const objects = objectsOf(pdf);
  const letters = fontsOf(objects);
  const shown = [...objects.values()].flatMap(({ head, stream }) =>
    stream !== null && !head.includes('/Type') && / T[jJ]\b/.test(stream) ? [shownIn(stream, letters)] : [],
  );
  return shown.join('\n');
}

type PdfObject = { head: string; stream: string | null };
type Letters = ReadonlyMap<number, string>;

function objectsOf(pdf: Buffer): Map<string, PdfObject> {
  const text = pdf.toString('latin1');
  const found = [...text.matchAll(/(\d+) 0 obj\n([\s\S]*?)endobj/g)];
  return new Map(found.map(([, id = '', body = '']) => [id, objectIn(body)]));
}

function objectIn(body: string): PdfObject {
  const [head = '', packed] = body.split(/stream\r?\n/, 2);
  if (packed === undefined) return { head, stream: null };
  const bytes = Buffer.from(packed.replace(/\r?\nendstream\s*$/, ''), 'latin1');
  const isPacked = head.includes('/FlateDecode');
  // A font file is a stream too, and holds no words.
  return { head, stream: head.includes('/Length1') ? '' : (isPacked ? inflateSync(bytes) : bytes).toString('latin1') };
}

/** By the name that a page calls a font: which letters each of its glyphs stands for. */
function fontsOf(objects: ReadonlyMap<string, PdfObject>): Map<string, Letters> {
  const named = [...objects.values()].flatMap(({ head }) => [...head.matchAll(/\/(F\d+) (\d+) 0 R/g)]);
  return new Map(
    named.map(([, name = '', id = '']) => {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? '')?.[1] ?? '';
      return [name, lettersOf(objects.get(table)?.stream ?? '')];
    }),
  );
}

/** A ligature stands for several letters, with blanks between their codes. */
function lettersOf(table: string): Letters {
  const letters = new Map<number, string>();
  for (const [, from = '', list = ''] of table.matchAll(/<([\da-f]{4})> <[\da-f]{4}> \[([^\]]*)\]/gi))
    for (const [index, [, code = '']] of [...list.matchAll(/<([\da-f ]*)>/gi)].entries())
      letters.set(Number.parseInt(from, 16) + index, utf16(code.replaceAll(' ', '')));
  return letters;
}

function utf16(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}

/** What a page shows, a line for each piece that was set. */
function shownIn(page: string, fonts: ReadonlyMap<string, Letters>): string {
  let letters: Letters = new Map();
  const lines: string[] = [];
  for (const [, font, pieces] of page.matchAll(/\/(F\d+) [\d.]+ Tf|\[((?:[^\]])*)\] TJ/g)) {
    if (font !== undefined) letters = fonts.get(font) ?? new Map();
    else
      lines.push([...(pieces ?? '').matchAll(/<([\da-f]*)>/gi)].map(([, hex = '']) => glyphs(hex, letters)).join(''));
  }
  return lines.join('\n');
}

function glyphs(hex: string, letters: Letters): string {
  const codes = hex.match(/.{4}/g) ?? [];
  return codes.map((code) => letters.get(Number.parseInt(code, 16)) ?? '\ufffd').join('');
}
