import { boxName, type Field, rowName, type Section, type Typed, within } from './form.ts';

/** More than this is no field of ours: the longest story of the library has 8,000 letters in its longest section. */
export const longestField = 20_000;

/** Signs that no text of ours holds: those that a program obeys, and those that turn the direction of what stands around them. */
const unwanted = /(?!\n)[\p{Cc}\u200e\u200f\u061c\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Cs}/gu;

/** What was typed, as it is kept: line ends of one kind, nothing that cannot be seen. Letters that are not whole are left out, as no store keeps them. */
export function cleaned(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' ').replaceAll(unwanted, '').trim();
}

/** Every name that a field may be posted under, with at most so many rows. */
export function namesOf(field: Field, prefix: string, options: (field: Field) => readonly string[]): string[] {
  const name = within(prefix, field.name);
  switch (field.as) {
    case 'some':
      return options(field).map((value) => boxName(name, value));
    case 'words':
      return Array.from({ length: field.most }, (_, index) => rowName(name, index + 1));
    case 'rows':
      return Array.from({ length: field.most }, (_, index) => rowName(name, index + 1)).flatMap((row) =>
        field.of.flatMap((inner) => namesOf(inner, row, options)),
      );
    case 'group':
      return field.of.flatMap((inner) => namesOf(inner, name, options));
    default:
      return [name];
  }
}

/** What was posted of a section: known names alone, cleaned, rows without gaps. What is not sent of it is empty. */
export function typedOf(
  section: Section,
  posted: Readonly<Record<string, string>>,
  options: (field: Field) => readonly string[],
): Typed {
  const names = section.fields.flatMap((field) => namesOf(field, '', options));
  const entries = names.map((name): [string, string] => [name, cleaned(posted[name] ?? '')]);
  const filled = Object.fromEntries(entries.filter(([, text]) => text !== ''));
  return section.fields.reduce<Typed>((typed, field) => withoutGaps(field, '', typed), filled);
}

/** The names of a draft that belong to a field. */
export function isOf(name: string, field: string): boolean {
  return name === field || name.startsWith(`${field}[`) || name.startsWith(`${field}.`) || name.startsWith(`${field}:`);
}

function withoutGaps(field: Field, prefix: string, typed: Typed): Typed {
  const name = within(prefix, field.name);
  if (field.as === 'group') return field.of.reduce((left, inner) => withoutGaps(inner, name, left), typed);
  if (field.as !== 'rows' && field.as !== 'words') return typed;
  const rows = rowsIn(typed, name, field.most);
  const moved = Object.entries(typed).map(([key, text]): [string, string] => {
    const from = rows.find((row) => isOf(key, rowName(name, row)));
    return from === undefined
      ? [key, text]
      : [`${rowName(name, rows.indexOf(from) + 1)}${key.slice(rowName(name, from).length)}`, text];
  });
  const next: Typed = Object.fromEntries(moved);
  if (field.as === 'words') return next;
  return rows.reduce<Typed>(
    (left, _, index) =>
      field.of.reduce((within_, inner) => withoutGaps(inner, rowName(name, index + 1), within_), left),
    next,
  );
}

/** The numbers of the rows of a field that hold something. */
export function rowsIn(typed: Typed, name: string, most: number): number[] {
  const names = Object.keys(typed);
  return Array.from({ length: most }, (_, index) => index + 1).filter((row) =>
    names.some((key) => isOf(key, rowName(name, row))),
  );
}
