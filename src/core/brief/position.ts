/** As many words as the position of a brief has room for. */
export const mostPositionWords = 40;

/** Three characters of a script that is written without spaces stand for a word. */
const charactersInWord = 3;
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu;

/** The words of a text: those between spaces, and of Japanese a third of its characters. */
export function wordCount(text: string): number {
  const characters = text.match(unspaced)?.length ?? 0;
  const words = text.replace(unspaced, ' ').match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0;
  return words + Math.ceil(characters / charactersInWord);
}

/** As many sentences, from the first on, as fit into the words of a position. */
export function inRoom(sentences: readonly string[], gap: string): string {
  let said = '';
  for (const sentence of sentences) {
    const longer = said === '' ? sentence : `${said}${gap}${sentence}`;
    if (wordCount(longer) > mostPositionWords) continue;
    said = longer;
  }
  return said;
}
