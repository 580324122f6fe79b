import { rowName, type Typed } from './form.ts';
import { slugOf } from './slug-of.ts';
import { rowsIn } from './typed.ts';

/**
 * A draft whose choices are named, as those of the library are: what somebody was mailed is judged and told by these names. `before` is the draft
 * that it was made from. A choice that moved to another row, or between others, keeps its name; one that is worded anew in its row does too; a new
 * one is named after its words. Pure.
 */
export function nameTypedChoices(typed: Typed, before: Typed): Typed {
  const known = new Map(rowsOf(before, 'questions').map((name) => [before[`${name}.id`], calledByPlace(before, name)]));
  const names = rowsOf(typed, 'questions').flatMap((name) =>
    namesOf(choicesOf(typed, name), known.get(typed[`${name}.id`] ?? '') ?? []),
  );
  return { ...typed, ...Object.fromEntries(names.map(({ row, id }) => [`${row}.id`, id])) };
}

type TypedChoice = { row: string; text: string; id: string };

/** Words of a name, as `old-distributor-whole` in the library. */
const wordsOfName = 4;
const [shortest, longest] = [3, 40];

function namesOf(choices: readonly TypedChoice[], old: readonly TypedChoice[]): { row: string; id: string }[] {
  const isOld = (id: string) => old.some((choice) => choice.id === id);
  const moved = (text: string) => old.find((choice) => choice.text === text)?.id;
  // A name that somebody typed is theirs to give.
  const settled = choices.map(({ text, id }) => (id === '' || isOld(id) ? moved(text) : id));
  const taken = new Set(settled.filter((id) => id !== undefined));
  return choices.map(({ row, text, id }, index) => {
    const own = settled[index] ?? (id !== '' && !taken.has(id) ? id : firstFree(text, index, taken));
    taken.add(own);
    return { row, id: own };
  });
}

function firstFree(text: string, index: number, taken: ReadonlySet<string>): string {
  const words = slugOf(text, wordsOfName)
    .slice(0, longest - 2)
    .replace(/-$/, '');
  const wanted = words.length < shortest ? `choice-${index + 1}` : words;
  const further = Array.from({ length: taken.size }, (_, number) => `${wanted}-${number + 2}`);
  return [wanted, ...further].find((id) => !taken.has(id)) ?? wanted;
}

function choicesOf(typed: Typed, question: string): TypedChoice[] {
  return rowsOf(typed, `${question}.choices`).map((row) => ({
    row,
    text: typed[`${row}.text`] ?? '',
    id: typed[`${row}.id`] ?? '',
  }));
}

/** What was kept without names has gone out under those of its places (catalogue/name-choices.ts). */
function calledByPlace(typed: Typed, question: string): TypedChoice[] {
  return choicesOf(typed, question).map((choice, index) => ({ ...choice, id: choice.id || `choice-${index + 1}` }));
}

function rowsOf(typed: Typed, name: string): string[] {
  return rowsIn(typed, name, 16).map((row) => rowName(name, row));
}
