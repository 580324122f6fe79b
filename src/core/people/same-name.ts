/**
 * Two readings of the same byte of Shift_JIS: one program makes a wave dash of it, another a full-width tilde. What comes of it depends on who read
 * the file, not on who wrote it (the tables of JIS and of code page 932 differ in these).
 */
const readAlike: Readonly<Record<string, string>> = { '〜': '~', '−': '-', '—': '―', '‖': '∥' };

/** A Turkish list in capitals writes I for ı, any other writes it for i; a key that knows no language takes all four letters as one. */
const dotless = /[iı]\u0307?/gu;

const ignored = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * What two names have in common that are one to whoever reads them: compatibility normal form, full case folding, and each run of white space as
 * one space, with what is not seen at all left out. Letters of two scripts that look alike stay two.
 */
export function nameKey(name: string): string {
  const folded = folds(folds(name)).replaceAll(dotless, 'i');
  return folded.replaceAll(/\s+/gu, ' ').trim().normalize('NFKC');
}

export function isSameName(one: string, other: string): boolean {
  return nameKey(one) === nameKey(other);
}

function folds(text: string): string {
  const plain = text.normalize('NFKC').replaceAll(ignored, '');
  return Array.from(plain, (letter) => caseFolded(readAlike[letter] ?? letter))
    .join('')
    .normalize('NFKC');
}

/** Letter by letter, so that a sigma is the same wherever it stands; small, great, small, so that ẞ, ß and ss meet. */
function caseFolded(letter: string): string {
  return letter === 'ı' ? letter : letter.toLowerCase().toUpperCase().toLowerCase();
}
