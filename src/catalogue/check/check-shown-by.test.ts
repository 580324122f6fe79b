import { expect, test } from 'vitest';
import { aContentFolder } from '#testing/a-content-folder.ts';

const story = 'cases/riken-piston-rings-2007/index.mdx';
const lesson = '  - id: help-rebuild-it\n';

test('a sentence of the story shows a lesson, whatever it cites', () => {
  const content = aContentFolder();
  content.replace(story, lesson, `${lesson}    shownBy: "Together they set a target of one week."\n`);
  expect(content.faults().filter(({ file }) => file === story)).toEqual([]);
});

test('so does an entry of the timeline', () => {
  const content = aContentFolder();
  content.replace(story, lesson, `${lesson}    shownBy: Riken declares itself almost fully restored.\n`);
  expect(content.faults().filter(({ file }) => file === story)).toEqual([]);
});

test('a sentence that does not stand on the page shows nothing', () => {
  const content = aContentFolder();
  content.replace(story, lesson, `${lesson}    shownBy: Together they set a target of two weeks.\n`);
  expect(content.faults()).toContainEqual(
    expect.objectContaining({
      file: story,
      field: 'help-rebuild-it.shownBy',
      wrong: expect.stringContaining('two weeks'),
    }),
  );
});
