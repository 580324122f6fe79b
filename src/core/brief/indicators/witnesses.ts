import type { BriefFacts } from '../facts.ts';
import { anInput, type Lack, missing, type Reading } from '../reading.ts';

/**
 * 11. Of the three cases nearest to our exposure: people who joined in the year of its event or before ÷ people whose year is known. The least of the
 * three is the figure.
 */
export function witnesses({ joined, nearest }: BriefFacts): Reading {
  const known = joined.flatMap(({ year, people }) => (year === null ? [] : [{ year, people }]));
  const all = sum(known);
  const lacking: Lack[] = [
    ...(nearest.length === 0 ? [{ what: 'nearest', names: [] } as const] : []),
    ...(known.length < joined.length || all === 0 ? [{ what: 'joined', names: [] } as const] : []),
  ];
  if (all === 0 || nearest.length === 0) return missing(...lacking);
  const cases = nearest.map(({ caseId, startedOn }) => ({
    caseId,
    year: startedOn.slice(0, 4),
    there: sum(known.filter(({ year }) => year <= Number(startedOn.slice(0, 4)))),
  }));
  return {
    value: Math.min(...cases.map(({ there }) => there)) / all,
    beside: null,
    inputs: cases
      .toSorted((a, b) => a.there - b.there)
      .map(({ caseId, year, there }) => anInput('case', caseId, { ref: year, value: there, of: all })),
    lacking,
  };
}

function sum(some: readonly { people: number }[]): number {
  return some.reduce((total, { people }) => total + people, 0);
}
