import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Language } from '#i18n/languages.ts';
import type { OpenSearch } from '#search/open-search.ts';
import { hitRates, readConcerns, typedLanguages } from './hit-rates.ts';

const goals = { hitAt3: 0.95, told: 0.9 };

const offTopicSchema = z.array(z.strictObject({ language: z.enum(typedLanguages), concern: z.string().min(1) }));

/** The search as it is on a page of each language, with all that a query may ask for. */
export type SearchPages = Record<Language, OpenSearch>;

/** How often concerns typed in each language find a right case, on the page of either language, and how often they are told that nothing is close. */
export function reportLanguages(file: string, pages: SearchPages, cases: readonly string[]): string[] {
  const concerns = readConcerns(file);
  return Object.entries(pages).flatMap(([page, search]) => {
    const ratesOf = (list: typeof concerns) =>
      hitRates(list, cases, (query) => search.rank(query).cases.map(({ id }) => id));
    const line = (name: string, list: typeof concerns) => {
      const { asked, hitAt1, hitAt3 } = ratesOf(list);
      const far = asked.filter(({ concern }) => !search.rank(concern).isClose).length;
      return `  ${page} page, ${name}: n ${asked.length}, hit@1 ${hitAt1.toFixed(2)}, hit@3 ${hitAt3.toFixed(2)}, told "nothing close" ${far}`;
    };
    const { hitAt3 } = ratesOf(concerns);
    return [
      ...typedLanguages.map((language) =>
        line(
          language,
          concerns.filter((one) => one.language === language),
        ),
      ),
      `${line('all', concerns)}; goal hit@3 ${verdict(hitAt3, goals.hitAt3)}`,
    ];
  });
}

/** How many queries that the library has nothing for are told so. */
export function reportOffTopic(file: string, pages: SearchPages): string[] {
  const queries = readOffTopic(file);
  return Object.entries(pages).flatMap(([page, search]) => {
    const { told, missed } = offTopicTold(queries, search);
    return [
      `  ${page} page: n ${queries.length}, told "nothing close" ${told.toFixed(2)}; goal ${verdict(told, goals.told)}`,
      ...missed.map((concern) => `  missed "${concern}"`),
    ];
  });
}

export function readOffTopic(file: string): { concern: string }[] {
  return offTopicSchema.parse(parse(readFileSync(file, 'utf8')));
}

/** The share of queries that are told that nothing is close, and those that are not. */
export function offTopicTold(
  queries: readonly { concern: string }[],
  search: Pick<OpenSearch, 'rank'>,
): { told: number; missed: string[] } {
  const missed = queries.filter(({ concern }) => search.rank(concern).isClose).map(({ concern }) => concern);
  return { told: 1 - missed.length / queries.length, missed };
}

const verdict = (figure: number, goal: number) => `${goal.toFixed(2)} ${figure >= goal ? 'met' : 'MISSED'}`;
