import { expect, test } from 'vitest';
import { hashOf } from './hash-of.ts';
import { withOrderInFirstStyle } from './order-in-first-style.ts';

const order = '@layer reset,page;';
const page = (...sheets: string[]) =>
  `<meta http-equiv="content-security-policy" content="style-src ${sheets.map((css) => `'${hashOf(css)}'`).join(' ')}">${sheets.map((css) => `<style>${css}</style>`).join('<p></p>')}`;

test('the order of the layers stands first in the first sheet, which the policy knows by its new hash', () => {
  const moved = withOrderInFirstStyle(page(order, '@layer page{a{color:red}}', 'b{color:blue}'));
  expect(moved).toContain(`<style>${order}@layer page{a{color:red}}</style><p></p><style>b{color:blue}</style>`);
  expect(moved).toContain(hashOf(`${order}@layer page{a{color:red}}`));
});

test('a page without another sheet, or without an order, is left as it is', () => {
  for (const sheets of [[order], ['a{color:red}']])
    expect(withOrderInFirstStyle(page(...sheets))).toBe(page(...sheets));
});
