import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { didYouMean } from '#core/text/did-you-mean.ts';
import { aContentFolder } from '#testing/a-content-folder.ts';
import { findLesson } from '../catalogue.ts';
import { readContent } from '../read/read-content.ts';

const story = 'cases/aisin-fire-1997/index.mdx';

test('a lesson that does not exist is answered with the nearest one', () => {
  const content = aContentFolder();
  content.replace(story, 'id: rank-by-line-stop', 'id: rank-by-line-stops');
  expect(content.faults()).toContainEqual(
    expect.objectContaining({
      file: story,
      field: 'lessons',
      wrong: '"rank-by-line-stops" is not known',
      mend: 'Did you mean "rank-by-line-stop"?',
    }),
  );
});

test('a source that does not exist is answered with the nearest one', () => {
  const content = aContentFolder();
  content.replace(story, '<Cite of="wsj-1997" />', '<Cite of="wsj-1979" />');
  expect(content.faults()).toMatchObject([
    { file: story, field: 'body', wrong: '"wsj-1979" is not known', mend: 'Did you mean "wsj-1997"?' },
  ]);
});

test('a word outside the vocabulary is answered with the nearest one and the place for new ones', () => {
  const content = aContentFolder();
  content.replace(story, /^inputs:.*/m, 'inputs: [brake-valve, machined-parts]');
  expect(content.faults()).toMatchObject([
    {
      file: story,
      field: 'inputs',
      wrong: '"brake-valve" is not known',
      mend: 'Did you mean "brake-valves"? New words go into vocabulary/inputs.yaml.',
    },
  ]);
});

test('a decision that is no question of the case is refused', () => {
  const content = aContentFolder();
  content.replace(story, /^decision:.*/m, 'decision: saturday-mornings');
  expect(content.faults()).toMatchObject([
    {
      file: story,
      field: 'decision',
      wrong: '"saturday-mornings" is not known',
      mend: 'Did you mean "saturday-morning"?',
    },
  ]);
});

test('a source that nothing cites is named', () => {
  const content = aContentFolder();
  const file = 'cases/aisin-fire-1997/sources.yaml';
  content.write(
    file,
    `${content.read(file)}\n- { id: unread-2001, publisher: Nobody, title: Nothing, url: "https://example.org/", tier: press }\n`,
  );
  expect(content.faults()).toMatchObject([
    expect.objectContaining({ file, field: 'unread-2001', wrong: 'nothing cites this source' }),
  ]);
});

test('a question on a lesson that its case does not teach is refused', () => {
  const content = aContentFolder();
  const file = 'cases/aisin-fire-1997/questions.yaml';
  content.replace(file, /^ {2}lesson: stock-to-recovery/m, '  lesson: write-the-reason');
  expect(content.faults()).toContainEqual(
    expect.objectContaining({
      file,
      wrong: '"write-the-reason" is not known',
      mend: expect.stringContaining('lists under lessons'),
    }),
  );
});

test('an id used by two questions of a case is refused', () => {
  const content = aContentFolder();
  const file = 'cases/aisin-fire-1997/questions.yaml';
  const questions: { id: string }[] = parse(content.read(file));
  content.write(file, stringify([...questions, { ...questions[0], subject: 'A subject of its own' }]));
  expect(content.faults()).toMatchObject([
    expect.objectContaining({ file, field: questions[0]?.id, wrong: 'this id is used twice' }),
  ]);
});

test('a lesson that only one case teaches has to wait as a draft', () => {
  const content = aContentFolder();
  const file = 'lessons/look-below-tier-one.yaml';
  const teaching = findLesson(readContent(content.folder), 'look-below-tier-one').caseIds;
  for (const slug of teaching.slice(1)) rmSync(join(content.folder, 'cases', slug), { recursive: true });
  expect(content.faults()).toContainEqual(
    expect.objectContaining({
      file,
      field: 'lesson',
      wrong: 'it has 1 case and needs 2 cases',
      mend: expect.stringContaining('draft'),
    }),
  );
});

test('a comparison names two cases that teach the lesson', () => {
  const content = aContentFolder();
  const file = 'lessons/look-below-tier-one.yaml';
  content.replace(file, 'left: tohoku-renesas-2011', 'left: kojima-toyota-2022');
  expect(content.faults()).toMatchObject([
    expect.objectContaining({ file, field: 'comparisons', wrong: '"kojima-toyota-2022" is not known' }),
  ]);
});

test('a module cannot hold a draft, because a draft is never sent', () => {
  const content = aContentFolder();
  content.replace('lessons/look-below-tier-one.yaml', /^rule:/m, 'draft: A second case is being written.\nrule:');
  expect(content.faults()).toContainEqual(
    expect.objectContaining({
      file: 'modules/new-to-buying.yaml',
      field: 'lessons',
      wrong: '"look-below-tier-one" is not known',
      mend: expect.stringContaining('can be sent'),
    }),
  );
});

test('a word near to none is answered with the whole list, for a guess would mislead', () => {
  expect(didYouMean('zinc', ['saline', 'magnets'])).toBe('Known are: saline, magnets.');
});
