/** The id that no row has. */
const noRow = 0;

/** PostgreSQL refuses to look for more than its `integer` holds, and for what is no number. */
const largest = 2 ** 31 - 1;

/** The id that an address or a form names; one that no row has where it names none. */
export function rowId(text: string | null | undefined): number {
  if (!text || !/^\d{1,10}$/.test(text)) return noRow;
  const id = Number(text);
  return id <= largest ? id : noRow;
}
