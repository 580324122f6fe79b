import { type Field, type PieceKind, rowName, sections, type Typed, within } from './form.ts';
import { nameTypedChoices } from './name-typed-choices.ts';
import { slugOf } from './slug-of.ts';
import { rowsIn } from './typed.ts';

/**
 * A draft as it is kept: sources, questions and choices that nobody named get a name of what they hold, which then stays; sources cited by their
 * number are cited by name, so that another order of the list changes nothing. `before` is the draft that it was made from. Pure.
 */
export function settleTyped(kind: PieceKind, typed: Typed, before: Typed): Typed {
  if (kind === 'module') return typed;
  const named = withIds(withIds(typed, 'sources', 40, sourceIdOf), 'questions', 16, (row) => slugOf(row('subject'), 5));
  return citedByName(nameTypedChoices(named, before));
}

type Row = (name: string) => string;

/** As in "bbc-news-2018". */
function sourceIdOf(row: Row): string {
  const year = /^\d{4}/.exec(row('date'))?.[0];
  return [slugOf(row('publisher'), 2), year].filter(Boolean).join('-');
}

function withIds(typed: Typed, rows: string, most: number, idOf: (row: Row) => string): Typed {
  const next: Record<string, string> = { ...typed };
  const taken = () => rowsIn(next, rows, most).map((row) => next[`${rowName(rows, row)}.id`]);
  for (const row of rowsIn(typed, rows, most)) {
    const name = rowName(rows, row);
    if (next[`${name}.id`]) continue;
    const wanted = idOf((field) => typed[`${name}.${field}`] ?? '') || `${rows.slice(0, -1)}-${row}`;
    next[`${name}.id`] = firstFree(wanted, taken());
  }
  return next;
}

function firstFree(wanted: string, taken: readonly (string | undefined)[]): string {
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? wanted : `${wanted}-${number}`;
    if (!taken.includes(id)) return id;
  }
}

function citedByName(typed: Typed): Typed {
  const idAt = (number: string) => typed[`${rowName('sources', Number(number))}.id`] ?? number;
  const named = (text: string) => text.replaceAll(/(?<![\w-])\d{1,2}(?![\w-])/g, idAt);
  const fields = sections.case.flatMap((section) => section.fields);
  const names = new Map(fields.flatMap((field) => citingNames(field, '', typed)));
  return Object.fromEntries(
    Object.entries(typed).map(([name, text]) => {
      const as = names.get(name);
      if (as === 'cited') return [name, named(text)];
      return [name, as === 'story' ? text.replaceAll(/\[[\d ,;]+\]/g, named) : text];
    }),
  );
}

function citingNames(field: Field, prefix: string, typed: Typed): [string, 'cited' | 'story'][] {
  const name = within(prefix, field.name);
  switch (field.as) {
    case 'cited':
    case 'story':
      return [[name, field.as]];
    case 'group':
      return field.of.flatMap((inner) => citingNames(inner, name, typed));
    case 'rows':
      return rowsIn(typed, name, field.most).flatMap((row) =>
        field.of.flatMap((inner) => citingNames(inner, rowName(name, row), typed)),
      );
    default:
      return [];
  }
}
