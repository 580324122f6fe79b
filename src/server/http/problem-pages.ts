import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstLanguage, type Language, perLanguage } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import type { ProblemKind } from './problem-kinds.ts';

/** What somebody is shown whose request failed or was refused. `id` is in the line of the log too. */
export type Problem = { kind: ProblemKind; id: string };

export type ProblemPages = (problem: Problem, language: Language) => string;

/** Where the build lays the page that is filled in here; no address shows it. */
export const problemPageFiles = perLanguage((language) =>
  language === firstLanguage ? '/problem/index.html' : `/${language}/problem/index.html`,
);

/** Eight letters: few enough to be read out over a telephone, and too many to meet twice in the log of a month. */
export function newProblem(kind: ProblemKind): Problem {
  return { kind, id: randomBytes(4).toString('hex') };
}

/** The pages of the built site in `client`. They are read now: a disk that fails later must not keep a fault from being told. */
export function readProblemPages(client: string): ProblemPages {
  const pages = perLanguage((language) => readFileSync(join(client, problemPageFiles[language]), 'utf8'));
  return (problem, language) => fillIn(pages[language], problem, language);
}

/** Where nothing is built: in `astro dev` and in tests. */
export const barePages: ProblemPages = (problem, language) =>
  fillIn('<!doctype html><title>%%title%%</title><h1>%%title%%</h1><p>%%say%%</p><p>%%id%%</p>', problem, language);

function fillIn(page: string, { kind, id }: Problem, language: Language): string {
  const { title, say } = wordsIn(language).problem.kinds[kind];
  return page.replaceAll('%%title%%', title).replaceAll('%%say%%', say).replaceAll('%%id%%', id);
}
