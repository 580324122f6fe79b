import { expect, it } from 'vitest';
import { aCatalogue, aModule } from '#testing/a-catalogue.ts';
import { morningsOf } from './module-sheet.ts';

const module = aModule('first-week', ['keep-stock', 'know-your-maker', 'second-source']);

it('a module has one morning for each lesson, in its order, with a question of that lesson', () => {
  const mornings = morningsOf(aCatalogue(), module);
  expect(mornings.map(({ lesson }) => lesson.id)).toEqual(module.lessons);
  expect(mornings.map(({ question }) => question?.lesson)).toEqual(module.lessons);
});

it('a case that was on the table gives way to one that was not', () => {
  const cases = morningsOf(aCatalogue(), module).map(({ entry }) => entry?.id);
  expect(new Set(cases).size).toBe(3);
});

it('a case whose own decision asks the lesson comes before a newer one', () => {
  const catalogue = aCatalogue();
  const cases = catalogue.cases.map((entry) =>
    entry.id === 'storm-2017' ? { ...entry, decision: 'second-source' } : { ...entry, decision: 'write-it-down' },
  );
  const [morning] = morningsOf({ ...catalogue, cases }, { ...module, lessons: ['second-source'] });
  expect(morning?.question?.id).toBe('storm-2017/second-source');
});

it('a case told in the language of the reader comes before one that is not', () => {
  const catalogue = aCatalogue();
  const cases = catalogue.cases.map((entry) =>
    entry.id === 'fire-1997' ? { ...entry, toldIn: 'ja' as const } : entry,
  );
  const [morning] = morningsOf({ ...catalogue, language: 'ja', cases }, module);
  expect(morning?.entry?.id).toBe('fire-1997');
});

it('a lesson that no case teaches yet has a morning without a question', () => {
  const catalogue = aCatalogue();
  const lessons = catalogue.lessons.map((lesson) => ({ ...lesson, caseIds: [], questionIds: [] }));
  expect(morningsOf({ ...catalogue, lessons }, module)[0]).toMatchObject({ entry: undefined, question: undefined });
});
