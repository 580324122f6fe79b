import { expect, test } from 'vitest';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { houseId } from '../house-id.ts';
import { withoutPieces } from './without-pieces.ts';

test('a library without what the house wrote is as it was before', () => {
  const library = aCatalogue();
  const [first] = library.cases;
  if (!first) throw new Error('The catalogue of the tests has no case.');
  const questions = first.questions.map((question) => ({ ...question, id: `own/${question.id}` }));
  const own = { ...first, id: houseId('own'), questions };
  const lived = {
    ...library,
    cases: [...library.cases, own],
    modules: [...library.modules, ...library.modules.slice(0, 1).map((module) => ({ ...module, id: houseId('m') }))],
    lessons: library.lessons.map((lesson) => ({
      ...lesson,
      caseIds: [...lesson.caseIds, own.id],
      questionIds: [...lesson.questionIds, ...questions.filter((one) => one.lesson === lesson.id).map(({ id }) => id)],
    })),
  };
  expect(withoutPieces(lived)).toEqual(library);
  expect(withoutPieces(library)).toBe(library);
});
