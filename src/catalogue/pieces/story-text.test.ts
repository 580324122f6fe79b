import fc from 'fast-check';
import { mdxToJs } from 'satteri';
import { expect, test } from 'vitest';
import { type Block, blocksOf, blocksOfMdx, citedIn, mdxStory, typedStory } from './story-text.ts';

const textOf = (blocks: readonly Block[]) => JSON.stringify(blocks);

test('paragraphs, lists, emphasis and citations are all there is', () => {
  const blocks = blocksOf('In 2018 *lorries* **queued**.[bbc-2018 itv-2018]\n\n- one\n- two');
  expect(blocks).toEqual([
    {
      kind: 'paragraph',
      inside: [
        { kind: 'text', text: 'In 2018 ' },
        { kind: 'emphasis', inside: [{ kind: 'text', text: 'lorries' }] },
        { kind: 'text', text: ' ' },
        { kind: 'strong', inside: [{ kind: 'text', text: 'queued' }] },
        { kind: 'text', text: '.' },
        { kind: 'cite', sources: ['bbc-2018', 'itv-2018'] },
      ],
    },
    { kind: 'list', items: [[{ kind: 'text', text: 'one' }], [{ kind: 'text', text: 'two' }]] },
  ]);
  expect(citedIn(blocks)).toEqual(['bbc-2018', 'itv-2018']);
  expect(mdxStory(blocks)).toBe('In 2018 *lorries* **queued**.<Cite of="bbc-2018 itv-2018" />\n\n- one\n- two');
});

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '{process.exit()}',
  '[go](javascript:alert(1))',
  '![x](https://elsewhere.example/x.png)',
  'import fs from "fs"',
  'export const a = 1',
  '---\ntitle: other\n---',
  '## A heading of its own',
  '<Decision />',
  '    indented code',
  '```js\ncode\n```',
])('markup stays the text that it was typed as: %s', (typed) => {
  const story = mdxStory(blocksOf(typed));
  expect(() => mdxToJs(story)).not.toThrow();
  const made = mdxToJs(story);
  const program = typeof made === 'string' ? made : made.code;
  expect(program).not.toMatch(/_jsx\w*\("(script|img|a|pre|hr|h2)"|process\.exit\(\)[^"]*$|\bfrom "fs"/m);
  expect(textOf(blocksOfMdx(story))).toBe(textOf(blocksOf(typedStory(blocksOf(typed)))));
});

test('whatever is typed, what is written out is valid MDX, and typed again is the same', () => {
  const piece = fc.constantFrom(
    'a',
    ' ',
    '\n',
    '\n\n',
    '*',
    '**',
    '_',
    '[',
    ']',
    '[a-1]',
    '<',
    '>',
    '{',
    '}',
    '`',
    '#',
    '- ',
    '1. ',
    '\\',
    '&',
    '&lt;',
    '~',
    '|',
    '---',
    '!',
    '(',
    ')',
    'é',
    '日',
  );
  const typed = fc.array(piece, { maxLength: 24 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(typed, (text) => {
      const blocks = blocksOf(text);
      expect(() => mdxToJs(mdxStory(blocks))).not.toThrow();
    }),
    { numRuns: 200 },
  );
});
