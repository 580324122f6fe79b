import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((entry) => {
    const file = join(folder, entry);
    return statSync(file).isDirectory() ? filesBelow(file) : [file];
  });
}

/** Every way in which a word may lie in a file: as it is, in UTF-16, in links, in mails (base64 from each of three places, quoted-printable). */
function formsOf(word: string): Buffer[] {
  const utf8 = Buffer.from(word);
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.from(
      Buffer.concat([Buffer.alloc(shift), utf8])
        .toString('base64')
        .slice(shift === 0 ? 0 : 4, -4),
    ),
  );
  const quoted = [...utf8].map((byte) =>
    byte < 128 ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase()}`,
  );
  const forms = [word, word.toUpperCase(), encodeURIComponent(word), quoted.join('')].map((text) => Buffer.from(text));
  const wide = Buffer.from(word, 'utf16le');
  return [...forms, wide, Buffer.from(wide).swap16(), ...base64];
}

/** Files below a folder in which any of the words lies, read byte by byte. */
export function filesHolding(folder: string, words: readonly string[]): string[] {
  return filesBelow(folder).filter((file) => {
    const bytes = readFileSync(file);
    return words.some((word) => formsOf(word).some((form) => bytes.includes(form)));
  });
}
