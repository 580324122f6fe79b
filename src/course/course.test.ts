import { expect, test } from 'vitest';
import { contentFolder } from '#catalogue/read/content-folder.ts';
import { readLibrary } from '#catalogue/read/read-content.ts';
import { courseOf } from './course.ts';
import { limits } from './player/within-limits.ts';

const library = readLibrary(contentFolder);
const site = 'https://site.example';
const modules = library.en.modules.map(({ id }) => id);

test.each(modules)('%s: each lesson has a case that asks about it, and every question has another id', (id) => {
  const course = courseOf(library, id, 'en', site);
  const lessons = library.en.modules.find((module) => module.id === id)?.lessons ?? [];
  expect(course?.tellings[0]?.units.map(({ lesson }) => lesson.id)).toEqual(lessons);
  for (const { question, lesson } of course?.tellings[0]?.units ?? []) expect(question.lesson).toBe(lesson.id);
  const ids = course?.questions.map((question) => question.id) ?? [];
  expect(new Set(ids).size).toBe(lessons.length);
});

test.each(modules)('%s: ids, answers and progress are such as every platform takes', (id) => {
  for (const { id: question, right } of courseOf(library, id, 'en', site)?.questions ?? []) {
    expect(question).toMatch(/^[A-Za-z0-9._-]+$/);
    expect(question.length).toBeLessThanOrEqual(limits['scorm-1.2'].text);
    expect(right).toMatch(/^[a-d]$/);
  }
});

test('a module is told in both languages, the one that was asked for first', () => {
  const inBoth = courseOf(library, 'after-the-earthquake', 'ja', site);
  expect(inBoth?.tellings.map(({ language }) => language)).toEqual(['ja', 'en']);
  const [japanese, english] = inBoth?.tellings ?? [];
  expect(japanese?.units.map(({ question }) => question.id)).toEqual(english?.units.map(({ question }) => question.id));
  expect(japanese?.module.title).not.toBe(english?.module.title);
});

test('what the library does not have makes no course', () => {
  expect(courseOf(library, 'no-such-module', 'en', site)).toBeNull();
});
