import { expect, test } from 'vitest';
import { aContentFolder } from '#testing/a-content-folder.ts';
import { ContentError } from '../check/content-fault.ts';
import { readConcepts } from './read-concepts.ts';
import { readContent } from './read-content.ts';

const file = 'vocabulary/concepts.yaml';

function faultsWith(text: string): unknown[] {
  const content = aContentFolder();
  content.write(file, text);
  try {
    readConcepts(content.folder, readContent(content.folder));
    return [];
  } catch (error) {
    if (error instanceof ContentError) return error.faults;
    throw error;
  }
}

test('the ways of speaking as they stand have nothing to mend', () => {
  const content = aContentFolder();
  expect(readConcepts(content.folder, readContent(content.folder)).length).toBeGreaterThan(50);
});

test('an id that the vocabulary does not have is named, with the nearest one', () => {
  expect(faultsWith('- { id: a, ways: [a fire], means: { hazards: [acident] } }')).toEqual([
    { file, field: 'a.hazards', wrong: '"acident" is not known', mend: 'Did you mean "accident"?' },
  ]);
});

test('two concepts of one id are one too many', () => {
  expect(faultsWith('[{ id: a, ways: [fire] }, { id: a, ways: [blaze] }]')).toMatchObject([{ file, field: 'a' }]);
});
