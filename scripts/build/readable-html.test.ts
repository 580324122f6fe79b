import { expect, test } from 'vitest';
import { readableHtml } from './readable-html.ts';

test('a citation leaves no trace, and the sentence around it closes up', () => {
  const cited =
    'the vessel<sup class="cite"><a id="c1" href="#source-1">1</a>,<a href="#source-2">2</a></sup> . Hanjin';
  expect(readableHtml(cited)).toBe('the vessel. Hanjin');
});

test('a figure and its unit do not grow together', () => {
  expect(readableHtml('<dt>14</dt><dd>plants</dd>')).toBe('<dt>14</dt> <dd>plants</dd>');
});

test('words of one phrase stay as they were', () => {
  expect(readableHtml('<p>The <i>Wall Street Journal</i>, 1997</p>')).toBe(
    '<p>The <i>Wall Street Journal</i>, 1997</p>',
  );
});
