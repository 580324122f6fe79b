/** What a field with suggestions may have meant. */
export type Found<T> =
  | { kind: 'nothing' }
  | { kind: 'unknown' }
  | { kind: 'one'; one: T }
  | { kind: 'several'; found: T[] };

/** More than these nobody reads below a field. */
const mostOffered = 6;

/** The one that was typed in full, or the only one that a part of was typed of; `names` are what each may be called. */
export function findTyped<T>(typed: string, all: readonly T[], names: (one: T) => readonly string[]): Found<T> {
  const wanted = folded(typed);
  if (wanted === '') return { kind: 'nothing' };
  const exact = all.filter((one) => names(one).some((name) => folded(name) === wanted));
  const found =
    exact.length > 0 ? exact : all.filter((one) => names(one).some((name) => folded(name).includes(wanted)));
  const [one] = found;
  if (!one) return { kind: 'unknown' };
  return found.length === 1 ? { kind: 'one', one } : { kind: 'several', found: found.slice(0, mostOffered) };
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
