/** What the house wrote itself bears this before its name, so that no name of the library is ever one of its own. */
const mark = 'house-';

/** The id of a piece of the house in the catalogue, by the name of its files. */
export function houseId(slug: string): string {
  return `${mark}${slug}`;
}

export function isOfHouse(id: string): boolean {
  return id.startsWith(mark);
}

/** The name of the files of a piece. */
export function slugOfPiece(id: string): string {
  return isOfHouse(id) ? id.slice(mark.length) : id;
}
