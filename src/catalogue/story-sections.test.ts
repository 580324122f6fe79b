import { expect, test } from 'vitest';
import { aContentFolder } from '#testing/a-content-folder.ts';
import { proseByRole } from './story-sections.ts';

const story = 'cases/aisin-fire-1997/index.mdx';

test('a case may name headings of its own, and its story has them', () => {
  const content = aContentFolder();
  content.replace(story, /^decision:/m, 'headings: { unseen: The price of a valve }\ndecision:');
  content.replace(story, '## Why nobody saw it', '## The price of a valve');
  expect(content.faults().filter(({ file }) => file === story)).toEqual([]);
});

test('a heading that the front matter does not name is a fault, and so is a named one that does not stand', () => {
  const content = aContentFolder();
  content.replace(story, '## Why nobody saw it', '## The price of a valve');
  expect(content.faults()).toMatchObject([
    { file: story, field: 'headings', mend: expect.stringContaining('under headings in its front matter') },
  ]);
  content.replace(story, /^decision:/m, 'headings: { unseen: What a valve costs }\ndecision:');
  expect(content.faults()).toMatchObject([
    { file: story, field: 'headings', mend: expect.stringContaining('"What a valve costs"') },
  ]);
});

test('what a section is for follows from its place, whatever its heading', () => {
  const body = '## One\n\nA.\n\n## Two\n\nB.\n\n## Three\n\nC.\n\n## Four\n\nD.\n\n## Five\n\nE.\n';
  const prose = proseByRole(body);
  expect([prose.happened.trim(), prose.unseen.trim(), prose.forgotten.trim()]).toEqual(['A.', 'C.', 'E.']);
});
