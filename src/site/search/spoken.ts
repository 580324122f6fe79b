import type { Words } from '#i18n/words.ts';

/** What the search says, as text that the page carries: so the script holds no language. What is in braces is filled in. */
export type Spoken = ReturnType<typeof spokenWords>;

export function spokenWords({ library, searching, count }: Pick<Words, 'library' | 'searching' | 'count'>) {
  const { lesson, question, module, house, near, here, nothingNarrow, none } = library;
  const { farTally, far, foundIn } = searching;
  return {
    because: library.because('{labels}'),
    remove: library.remove('{label}'),
    lesson,
    question,
    module,
    house,
    near,
    here,
    nothingNarrow,
    none,
    nothing: library.nothing('{query}'),
    farTally: farTally('{query}'),
    far: far('{query}'),
    foundIn: foundIn('{language}'),
    sought: library.sought('{tally}', '{query}'),
    one: count.case(1).replace('1', '{count}'),
    many: count.case(2).replace('2', '{count}'),
  };
}

/** `{query}` and the like, filled in. A value may hold braces or dollar signs: it is never read again. */
export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** "One site, One supplier and Cyber-attack", or "一社、一拠点". */
function listed(labels: readonly string[], language: string): string {
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type: 'conjunction' }).format(labels);
}

/** Why a case was found, as a sentence; empty without reasons. */
export function reasonOf(spoken: Spoken, labels: readonly string[], language: string): string {
  return labels.length > 0 ? fill(spoken.because, { labels: listed(labels, language) }) : '';
}

/** In which language a case was found, where it is not that of the page. */
export function foundInOf(spoken: Spoken, foundIn: string, language: string): string {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(foundIn) ?? foundIn;
  return fill(spoken.foundIn, { language: name });
}

/** "1 case", "6 cases", "No case for “xylophone”". */
export function tallyOf(spoken: Spoken, count: number, query: string, language: string): string {
  const shape = count === 1 ? spoken.one : spoken.many;
  const tally = count === 0 ? spoken.none : fill(shape, { count: count.toLocaleString(language) });
  return query ? fill(spoken.sought, { tally, query }) : tally;
}
