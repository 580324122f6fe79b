import type { OtherLanguages } from '#catalogue/schema/other-languages.ts';
import { foreignWordsOf, isFunctionWord, lightStem, withoutUmlauts } from './light-stem.ts';
import { isOneEditFrom } from './one-edit.ts';
import { PhrasingFinder } from './phrasings.ts';
import { type OtherWordsFile, searchFileVersion } from './search-file.ts';
import { fold, isJapanese, type Word } from './words.ts';

const languages = ['de', 'es', 'zh'] as const;

/** "Streik/Arbeitskampf Hafen" as it is looked for: light stems, or a piece of text where words have no ends. */
function compiled(way: string): string {
  if (isJapanese(way)) return fold(way);
  const slots = way.split(/\s+/).map((slot) => [...new Set(slot.split('/').flatMap(stemsOf))].join('/'));
  return slots.filter(Boolean).join(' ');
}

const stemsOf = (part: string) => foreignWordsOf(part).map(({ key }) => key);

const compiledAll = (ways: readonly string[]) => [...new Set(ways.map(compiled))].filter(Boolean).join(',');

/** What is heard in other languages, and the names of firms, for the browser. `countries` are those of the cases; Intl knows what they are called. Pure. */
export function makeOtherWordsFile({ heard, firms }: OtherLanguages, countries: readonly string[]): OtherWordsFile {
  const named = countries.map((id) => ({
    id: `countries:${id}`,
    ways: languages.flatMap((language) => new Intl.DisplayNames(language, { type: 'region' }).of(id) ?? []),
  }));
  const spoken = heard.map((entry) => ({
    id: entry.for,
    ways: languages.flatMap((language) => entry[language]),
  }));
  return {
    version: searchFileVersion,
    spoken: [...named, ...spoken].map(({ id, ways }) => ({ id, ways: compiledAll(ways) })),
    names: firms.map(({ name, also }) => ({ name, ways: compiledAll(also) })),
  };
}

/** What other languages say in a query. */
export type Heard = {
  /** Concepts, each with how sure it is that they were meant. */
  concepts: ReadonlyMap<string, number>;
  /** Names, as the cases spell them. */
  names: readonly string[];
  /** Whether a typed word, folded, belongs to another language. */
  isWord: (said: string) => boolean;
  /** Pieces of the folded query, in scripts that leave no spaces, which were understood. */
  pieces: readonly string[];
};

/** What is heard where no other language is listened for. */
export const nothingHeard: Heard = { concepts: new Map(), names: [], isWord: () => false, pieces: [] };

type Meaning = { kind: 'concept' | 'name'; id: string };

const completionWeight = 0.8;
const correctionWeight = 0.5;
const leastLettersToComplete = 4;
const leastLettersToCorrect = 6;
const leastLettersOfPart = 3;
const mostReadings = 4;

/** Hears German, Spanish and Chinese, and names of firms in whatever script. */
export class OtherWords {
  private readonly finder: PhrasingFinder<Meaning>;
  private readonly keys: ReadonlySet<string>;
  private readonly pieces: readonly string[];

  constructor(file: OtherWordsFile) {
    const meanings = [
      ...file.spoken.map(({ id, ways }) => ({ meaning: { kind: 'concept', id } as const, ways: ways.split(',') })),
      ...file.names.map(({ name, ways }) => ({ meaning: { kind: 'name', id: name } as const, ways: ways.split(',') })),
    ];
    this.finder = new PhrasingFinder<Meaning>(meanings);
    const ways = meanings.flatMap((entry) => entry.ways);
    this.pieces = ways.filter(isJapanese);
    // Of a way in several words each is known: "Mangel" in "Wasser Mangel".
    this.keys = new Set(ways.flatMap((way) => (isJapanese(way) ? [] : way.split(/[ /]/))));
  }

  hear(query: string): Heard {
    const folded = fold(query);
    const concepts = new Map<string, number>();
    const names = new Set<string>();
    const words = foreignWordsOf(query);
    const half = /\s$/.test(query) ? undefined : words.at(-1)?.said;
    for (const { reading, sureness } of this.readingsOf(words, half))
      for (const { meaning } of this.finder.find(reading, folded))
        if (meaning.kind === 'name') names.add(meaning.id);
        else concepts.set(meaning.id, Math.max(concepts.get(meaning.id) ?? 0, sureness));
    const own = new Set(
      words.filter((word) => this.partsOf(word).some((key) => this.knows(key))).map(({ said }) => said),
    );
    return {
      concepts,
      names: [...names],
      isWord: (said) => own.has(said.replaceAll('ß', 'ss')) || (own.size > 0 && isFunctionWord(said)),
      pieces: this.pieces.filter((piece) => folded.includes(piece)),
    };
  }

  private knows(key: string): boolean {
    return this.keys.has(key);
  }

  /** The words, with German compounds taken apart; then with a word that is half typed or misspelt put right. */
  private readingsOf(words: readonly Word[], half: string | undefined): { reading: Word[]; sureness: number }[] {
    const apart = words.flatMap((word) => this.partsOf(word).map((key) => ({ said: word.said, key })));
    const mended = apart.flatMap((word, place) =>
      this.knows(word.key)
        ? []
        : this.meantBy(word, word.said === half).map(({ key, sureness }) => ({
            reading: apart.with(place, { ...word, key }),
            sureness,
          })),
    );
    return [{ reading: apart, sureness: 1 }, ...mended];
  }

  /** The key of a word, or of both parts where only those are known: "hafenstreik" is "hafen" and "streik"; an s or n may join them. */
  private partsOf({ said, key }: Word): string[] {
    if (this.knows(key)) return [key];
    for (let end = said.length - leastLettersOfPart; end >= leastLettersOfPart; end -= 1) {
      const [head, tail] = [said.slice(0, end), lightStem(said.slice(end))];
      if (!this.knows(tail)) continue;
      const known = [head, head.replace(/(es|s|en|n)$/, '')].map(lightStem).find((part) => this.knows(part));
      if (known) return [known, tail];
    }
    return [key];
  }

  private meantBy({ said, key }: Word, half: boolean): { key: string; sureness: number }[] {
    const begun =
      half && said.length >= leastLettersToComplete
        ? this.likely((known) => known.startsWith(withoutUmlauts(said)))
        : [];
    if (begun.length > 0) return begun.map((known) => ({ key: known, sureness: completionWeight }));
    const slips = said.length >= leastLettersToCorrect ? this.likely((known) => isOneEditFrom(key, known)) : [];
    return slips.map((known) => ({ key: known, sureness: correctionWeight }));
  }

  private likely(fits: (known: string) => boolean): string[] {
    return [...this.keys].filter(fits).slice(0, mostReadings);
  }
}
