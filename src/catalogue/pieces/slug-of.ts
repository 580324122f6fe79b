/** Words of a title as an id: "Fire at Albuquerque" is "fire-at-albuquerque". */
export function slugOf(text: string, words: number): string {
  const plain = text.normalize('NFKD').toLowerCase().replaceAll(/['’]/g, '').replaceAll(/\p{M}/gu, '');
  return plain
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .slice(0, words)
    .join('-');
}
