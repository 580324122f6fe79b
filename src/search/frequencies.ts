import type { Concept } from './concept.ts';
import { PhrasingFinder } from './phrasings.ts';
import type { Field, SearchRecord } from './records.ts';
import { fold, wordsOf } from './words.ts';

/** Concepts are filed among the words, under a key no word has. */
export const conceptKey = (id: string) => `#${id}`;

/**
 * What a case that carries a mark counts beside one that only speaks of it; a title that says it counts 5. A thing is a surer sign than a
 * trade: whoever asks for pigments is not helped by all of chemistry.
 */
const markWeights: Record<string, number> = {
  inputs: 5,
  routes: 5,
  hazards: 4,
  countries: 4,
  dependencies: 3.5,
  systems: 3.5,
  lessons: 3.5,
  instruments: 3,
  sectors: 2.5,
  kinds: 2,
  roles: 1,
};
/** Of that, what a mark counts that is only near what was meant. */
const nearShare = 0.3;
/** A second mark of the same concept makes a case fit better, not twice as well. */
const furtherMark = 0.4;

/** Of what a word counts, what speaking of a concept does: a text says a thing in many ways, and each is one of them. */
const spokenShare = 0.6;

type CountedField = { field: Field; length: number; counts: Map<string, number> };

/** A record with what each of its fields holds. */
export type CountedRecord = { marks: readonly string[]; fields: readonly CountedField[] };

/** How many words a field of each name has, over the records that have one. */
export type AverageLengths = ReadonlyMap<string, number>;

function countField(field: Field, finder: PhrasingFinder<string>): CountedField {
  const counts = new Map<string, number>();
  const add = (key: string, times: number) => counts.set(key, (counts.get(key) ?? 0) + times);
  let length = 0;
  for (const text of field.texts) {
    const words = wordsOf(text);
    length += words.length;
    for (const { key } of words) add(key, 1);
    for (const { meaning, times } of finder.find(words, fold(text))) add(conceptKey(meaning), spokenShare * times);
  }
  return { field, length, counts };
}

export function countRecords(records: readonly SearchRecord[], concepts: readonly Concept[]): CountedRecord[] {
  const finder = new PhrasingFinder(concepts.map(({ id, ways }) => ({ meaning: id, ways })));
  return records.map(({ marks, fields }) => ({ marks, fields: fields.map((field) => countField(field, finder)) }));
}

export function averageLengths(records: readonly CountedRecord[]): AverageLengths {
  const sums = new Map<string, { length: number; count: number }>();
  for (const { field, length } of records.flatMap(({ fields }) => fields)) {
    if (length === 0) continue;
    const sum = sums.get(field.name) ?? { length: 0, count: 0 };
    sums.set(field.name, { length: sum.length + length, count: sum.count + 1 });
  }
  return new Map([...sums].map(([name, { length, count }]) => [name, length / count]));
}

const weightOf = (mark: string) => markWeights[mark.split(':')[0] ?? ''] ?? 1;

function markFrequency(concept: Concept, marks: readonly string[]): number {
  const weigh = (ids: readonly string[]) => {
    const weights = ids.flatMap((id) => (marks.includes(id) ? weightOf(id) : []));
    const best = Math.max(0, ...weights);
    const rest = weights.reduce((sum, weight) => sum + weight, 0) - best;
    return best + furtherMark * rest;
  };
  return weigh(concept.means) + nearShare * weigh(concept.near);
}

/**
 * The weighted frequency of every key in every record: tf~ = Σ w·tf / (1 − b + b·length/average), summed over fields before it is
 * saturated (BM25F: Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009, 3.6). It does not depend on the
 * query, so it is computed when the site is built. The marks of a record are one more field, of concepts only.
 */
export function frequenciesOf(
  records: readonly CountedRecord[],
  concepts: readonly Concept[],
  averages: AverageLengths,
): Map<string, number>[] {
  return records.map(({ marks, fields }) => {
    const sums = new Map<string, number>();
    const add = (key: string, frequency: number) => sums.set(key, (sums.get(key) ?? 0) + frequency);
    for (const { field, length, counts } of fields) {
      const relative = length / (averages.get(field.name) ?? 1);
      const weight = field.weight / (1 - field.evenness + field.evenness * relative);
      for (const [key, times] of counts) add(key, weight * times);
    }
    for (const concept of concepts) {
      const frequency = markFrequency(concept, marks);
      if (frequency > 0) add(conceptKey(concept.id), frequency);
    }
    return sums;
  });
}

/** The same of records that are ranked among each other alone. */
export function frequenciesIn(records: readonly SearchRecord[], concepts: readonly Concept[]): Map<string, number>[] {
  const counted = countRecords(records, concepts);
  return frequenciesOf(counted, concepts, averageLengths(counted));
}
