import { addressesIn } from '#catalogue/addresses.ts';
import { type Catalogue, findCase } from '#catalogue/catalogue.ts';
import type { ConceptFile } from '#catalogue/schema/concept.ts';
import { type Concept, conceptsOf } from './concept.ts';
import { packWords } from './pack-words.ts';
import { recordOfCase, recordOfLesson, recordOfQuestion, type SearchRecord } from './records.ts';
import { type CasesFile, type FiledMark, type OtherRecord, type OthersFile, searchFileVersion } from './search-file.ts';

/** What ranks the cases of one language. `original` is the catalogue in the first. Pure. */
export function makeCasesFile(catalogue: Catalogue, original: Catalogue, written: readonly ConceptFile[]): CasesFile {
  const concepts = conceptsOf(catalogue, written);
  const records = catalogue.cases.map((entry) => recordOfCase(catalogue, entry, findCase(original, entry.id)));
  return {
    version: searchFileVersion,
    language: catalogue.language,
    records: catalogue.cases.map(({ id }) => id),
    concepts: concepts.map(({ id, ways, means }) => ({ id, ways: ways.join(','), marks: means })),
    marks: marksIn(concepts, records),
    homographs: '',
    words: packWords(records, concepts),
  };
}

/** What ranks the lessons and questions of one language. Pure. */
export function makeOthersFile(catalogue: Catalogue, written: readonly ConceptFile[]): OthersFile {
  const questions = catalogue.cases.flatMap((entry) => entry.questions);
  const records = [...catalogue.lessons.map(recordOfLesson), ...questions.map(recordOfQuestion)];
  return {
    version: searchFileVersion,
    language: catalogue.language,
    records: listOthers(catalogue),
    words: packWords(records, conceptsOf(catalogue, written)),
  };
}

function listOthers(catalogue: Catalogue): OtherRecord[] {
  const to = addressesIn(catalogue.language);
  const lessons = catalogue.lessons.map(
    ({ id, rule }): OtherRecord => ({ kind: 'lesson', path: to.lesson(id), title: rule, text: '' }),
  );
  const questions = catalogue.cases.flatMap((entry) => entry.questions);
  const asked = questions.map((question): OtherRecord => {
    const { subject, ask } = question;
    return { kind: 'question', path: to.question(question), title: subject, text: ask };
  });
  return [...lessons, ...asked];
}

/** What each concept that a vocabulary names is called, and which of `cases` carry it. */
export function marksIn(concepts: readonly Concept[], cases: readonly SearchRecord[]): Record<string, FiledMark> {
  const named = concepts.flatMap(({ id, label }): [string, FiledMark][] => {
    const carriers = cases.flatMap(({ marks }, number) => (marks.includes(id) ? number : []));
    return label && carriers.length > 0 ? [[id, { label, cases: carriers }]] : [];
  });
  return Object.fromEntries(named);
}
