import { expect, test } from 'vitest';
import { aContentFolder, type ContentFolder } from '#testing/a-content-folder.ts';

const story = 'cases/riken-piston-rings-2007/index.mdx';
/** The line by which the case shows its first lesson. */
const shownBy = /(?<= {2}- id: help-rebuild-it\n {4}here: .*\n) {4}shownBy: .*\n/;

function showing(sentence: string): ContentFolder {
  const content = aContentFolder();
  content.replace(story, shownBy, `    shownBy: ${sentence}\n`);
  return content;
}

test('a sentence of the story shows a lesson, whatever it cites', () => {
  const content = showing('Together they set a target of one week.');
  expect(content.faults().filter(({ file }) => file === story)).toEqual([]);
});

test('so does an entry of the timeline', () => {
  const content = showing('Riken declares itself almost fully restored.');
  expect(content.faults().filter(({ file }) => file === story)).toEqual([]);
});

test('a sentence that does not stand on the page shows nothing', () => {
  const content = showing('Together they set a target of two weeks.');
  expect(content.faults()).toContainEqual(
    expect.objectContaining({
      file: story,
      field: 'help-rebuild-it.shownBy',
      wrong: expect.stringContaining('two weeks'),
    }),
  );
});
