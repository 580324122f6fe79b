import { expect, test } from 'vitest';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { moduleForLesson } from './module-for-lesson.ts';

test('a lesson is assigned through the shortest module that holds it, and through none where none does', () => {
  const [module] = aCatalogue().modules;
  if (!module) throw new RangeError('no module');
  const modules = [
    { ...module, id: 'long', minutes: 40, lessons: ['keep-stock', 'second-source'] },
    { ...module, id: 'short', minutes: 15, lessons: ['keep-stock'] },
    { ...module, id: 'as-short', minutes: 15, lessons: ['keep-stock'] },
  ];
  expect(moduleForLesson({ modules }, 'keep-stock')?.id).toBe('as-short');
  expect(moduleForLesson({ modules }, 'second-source')?.id).toBe('long');
  expect(moduleForLesson({ modules }, 'write-it-down')).toBeNull();
});
