import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { addressesIn } from '#catalogue/addresses.ts';
import type { CatalogueQuestion } from '#catalogue/catalogue.ts';
import { contentFolder } from '#catalogue/read/content-folder.ts';
import { readConcepts } from '#catalogue/read/read-concepts.ts';
import { type Library, readLibrary } from '#catalogue/read/read-content.ts';
import { readOtherLanguages } from '#catalogue/read/read-other-languages.ts';
import { type Language, languages } from '#i18n/languages.ts';
import { withHomographs } from '#search/homographs.ts';
import { makeCasesFile, makeOthersFile } from '#search/make-search-file.ts';
import { measureCases } from '#search/measures.ts';
import { makeOtherWordsFile } from '#search/other-words.ts';
import { readableHtml } from './readable-html.ts';

/**
 * Writes into the built site what its search asks: the ranking file of each language, and the full text of every story. Into `measuresFolder`,
 * which nobody outside reads, what the server needs to rank cases of the house beside them.
 */
export async function indexSearch(
  siteFolder: string,
  measuresFolder: string,
): Promise<{ pages: number; questions: number }> {
  const library = readLibrary(contentFolder);
  writeSearchFiles(library, join(siteFolder, 'search'), measuresFolder);
  return indexFullText(library, siteFolder);
}

function writeSearchFiles(library: Library, folder: string, measuresFolder: string): void {
  const concepts = readConcepts(contentFolder, library.en);
  for (const place of [folder, measuresFolder]) mkdirSync(place, { recursive: true });
  const write = (place: string, name: string, file: unknown) =>
    writeFileSync(join(place, `${name}.json`), JSON.stringify(file));
  const countries = [...new Set(library.en.cases.flatMap((entry) => entry.countries))].sort();
  const otherLanguages = readOtherLanguages(contentFolder, library.en, concepts);
  write(folder, 'other-words', makeOtherWordsFile(otherLanguages, countries));
  for (const language of languages) {
    const cases = makeCasesFile(library[language], library.en, concepts);
    write(folder, language, withHomographs(cases, otherLanguages));
    write(folder, `${language}-others`, makeOthersFile(library[language], concepts));
    write(measuresFolder, language, measureCases(library[language], library.en, concepts));
  }
}

/**
 * Cases and lessons are found through their pages; questions, which share a page with their case, get records of their own.
 * Choices and their answers are left out everywhere: a search must not give an answer away.
 */
async function indexFullText(library: Library, siteFolder: string): Promise<{ pages: number; questions: number }> {
  const { index, errors } = await createIndex({
    excludeSelectors: ['.cite', '.side-note', '.gate details', '.gate .lead', '.gate .label'],
  });
  if (!index) throw new Error(`The search index could not be started: ${errors.join('; ')}`);
  const pages = searchablePages(siteFolder);
  for (const page of pages) await addPage(index, siteFolder, page);
  const questions = languages.flatMap((language) =>
    library[language].cases.flatMap((entry) => entry.questions.map((question) => recordOf(question, language))),
  );
  for (const question of questions) refuse((await index.addCustomRecord(question)).errors);
  refuse((await index.writeFiles({ outputPath: join(siteFolder, 'pagefind') })).errors);
  await close();
  return { pages: pages.length, questions: questions.length / languages.length };
}

/** Pages that say which part of them is to be searched. */
function searchablePages(siteFolder: string): string[] {
  return readdirSync(siteFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file, 'utf8').includes('data-pagefind-body'))
    .sort();
}

async function addPage(index: PagefindIndex, siteFolder: string, file: string): Promise<void> {
  const path = relative(siteFolder, file)
    .split(sep)
    .join('/')
    .replace(/index\.html$/, '');
  const content = readableHtml(readFileSync(file, 'utf8'));
  refuse((await index.addHTMLFile({ url: `/${path}`, content })).errors);
}

function recordOf(question: CatalogueQuestion, language: Language) {
  return {
    url: addressesIn(language).question(question),
    content: `${question.scene} ${question.ask}`,
    language,
    meta: { kind: 'question', id: question.id, title: question.ask },
  };
}

function refuse(errors: string[]): void {
  if (errors.length > 0) throw new Error(`The search index could not be written: ${errors.join('; ')}`);
}
