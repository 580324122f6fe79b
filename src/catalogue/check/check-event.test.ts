import { expect, test } from 'vitest';
import { aCaseFolder } from '#testing/a-case-folder.ts';
import { checkEvent } from './check-event.ts';

const folder = aCaseFolder();
const { start } = folder.frontMatter.event;
const without = aCaseFolder({ frontMatter: { ...folder.frontMatter, event: { start } } });

test('a case of the library names its event', () => {
  expect(checkEvent(folder)).toEqual([]);
  expect(checkEvent(without)).toMatchObject([{ file: 'cases/aisin-fire-1997/index.mdx', field: 'event.name' }]);
});
