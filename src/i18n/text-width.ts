/** Japanese letters and punctuation, which are as wide as they are high. */
const fullWidth = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

/** A full-width letter is one em; the mean Latin one, in the faces of this house, 0.56 em. */
const latinPerFull = 1.8;

/** How wide a text is, counted in Latin letters: good enough to keep drawn labels apart before any font is known. */
export function lettersWide(text: string): number {
  return [...text].reduce((sum, letter) => sum + (fullWidth.test(letter) ? latinPerFull : 1), 0);
}

/** How many columns a text takes where every letter has one, or two. */
export function columnsWide(text: string): number {
  return [...text].reduce((sum, letter) => sum + (fullWidth.test(letter) ? 2 : 1), 0);
}

/** What no line begins with, and what none ends with (JIS X 4051, in short). */
const neverFirst = /^[、。，．・：；？！」』）】〉》ー々％ぁぃぅぇぉっゃゅょァィゥェォッャュョ\u0029\u002c\u002e]/;
const neverLast = /[「『（【〈《\u0028]$/;

/** Pieces a line may be broken between, the blank that ends each included: words in Latin, short phrases in Japanese. */
export function breakablePieces(text: string): string[] {
  const words = text.split(/(?<= )/).flatMap((word) => (fullWidth.test(word) ? phrasesOf(word) : [word]));
  return joinUnbreakable(words);
}

function joinUnbreakable(all: readonly string[]): string[] {
  return all.reduce<string[]>((pieces, piece) => {
    const last = pieces.at(-1);
    if (last !== undefined && (neverFirst.test(piece) || neverLast.test(last)))
      pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
    return pieces;
  }, []);
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/** What a counter stays with: a figure, or what asks for one ("何" and "回"). */
const figureEnd = /(?:\d[万億兆]?|[何数第])$/;

/** One letter that belongs to the word before it ("ブレーキ" and "用"). */
const suffixes = /^[用的化性製型系側内外中後前時分率量費]$/;

/** Words of a Japanese text, each with the particles and endings that follow it. */
function phrasesOf(text: string): string[] {
  return [...segmenter.segment(text)].reduce<string[]>((phrases, { segment }) => {
    const last = phrases.at(-1);
    const ending = /^[\u3040-\u309f]{1,3}$/.test(segment) || segment === ' ';
    const figure = last !== undefined && figureEnd.test(last);
    const suffix = last !== undefined && fullWidth.test(last) && suffixes.test(segment);
    if (last !== undefined && (ending || figure || suffix)) phrases[phrases.length - 1] = last + segment;
    else phrases.push(segment);
    return phrases;
  }, []);
}

/** Fills lines up to `most` Latin letters wide. A piece wider than a line stands on one of its own, or is cut where it is Japanese. */
export function fillLines(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const piece of breakablePieces(text).flatMap((whole) => cutToFit(whole, most))) {
    const last = lines.at(-1);
    if (last !== undefined && lettersWide((last + piece).trimEnd()) <= most) lines[lines.length - 1] = last + piece;
    else lines.push(piece);
  }
  return lines.map((line) => line.trim());
}

/** A text as far as it goes in one line of `most` Latin letters; a sign says that there is more. */
export function shortened(text: string, most: number): string {
  if (lettersWide(text) <= most) return text;
  const [first = ''] = fillLines(text, most - lettersWide(more));
  return `${first.replace(/[、。,;:.]$/u, '')}${more}`;
}

const more = '…';

function cutToFit(piece: string, most: number): string[] {
  if (lettersWide(piece.trimEnd()) <= most || !fullWidth.test(piece)) return [piece];
  const letters = [...piece];
  const fits = Math.max(2, Math.floor(most / latinPerFull));
  const count = Math.ceil(letters.length / fits);
  const cut = Array.from({ length: count }, (_, index) => letters.slice(index * fits, (index + 1) * fits).join(''));
  return joinUnbreakable(cut);
}
