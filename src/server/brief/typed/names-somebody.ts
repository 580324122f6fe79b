import type { Db } from '#server/database/open-database.ts';

/** Names shorter than this are words too (“Li”, “May”), and are looked for with the others of whoever bears them only. */
const shortestName = 4;

/** Whether a text holds an address, or the name of somebody of the house: a brief names functions. */
export async function namesSomebody(db: Db, texts: readonly string[]): Promise<boolean> {
  const text = ` ${texts.join(' \n ').toLowerCase()} `;
  if (/[^\s@]+@[^\s@]+\.[^\s@]+/.test(text)) return true;
  const people = await db.selectFrom('person').select('name').distinct().execute();
  return people.some(({ name }) => name.trim().length >= shortestName && holdsName(text, name.trim().toLowerCase()));
}

function holdsName(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (!isLetter(text[at - 1]) && !isLetter(text[at + name.length])) return true;
  return false;
}

/** Of scripts that part words by spaces. */
function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}]/u.test(character);
}
