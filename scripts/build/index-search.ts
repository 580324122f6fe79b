import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { addressesIn } from '../../src/catalogue/addresses.ts';
import type { CatalogueQuestion } from '../../src/catalogue/catalogue.ts';
import { readContent } from '../../src/catalogue/read-content.ts';

/**
 * Writes the search index into the built site. Cases and lessons are found through their pages; questions, which share
 * a page with their case, get records of their own, without the choices: a search must not give an answer away.
 */
export async function indexSearch(siteFolder: string): Promise<{ pages: number; questions: number }> {
  const { index, errors } = await createIndex({ excludeSelectors: ['.cite', '.side-note'] });
  if (!index) throw new Error(`The search index could not be started: ${errors.join('; ')}`);
  const added = await index.addDirectory({ path: siteFolder });
  refuse(added.errors);
  const questions = readContent('content').cases.flatMap((entry) => entry.questions);
  for (const question of questions) refuse((await index.addCustomRecord(recordOf(question))).errors);
  refuse((await index.writeFiles({ outputPath: join(siteFolder, 'pagefind') })).errors);
  await close();
  return { pages: added.page_count, questions: questions.length };
}

function recordOf(question: CatalogueQuestion) {
  return {
    url: addressesIn('en').question(question),
    content: `${question.scene} ${question.ask}`,
    language: 'en',
    meta: { kind: 'question', id: question.id, title: question.ask },
  };
}

function refuse(errors: string[]): void {
  if (errors.length > 0) throw new Error(`The search index could not be written: ${errors.join('; ')}`);
}
