import { describe, expect, it } from 'vitest';
import { hashOf } from './hash-of.ts';
import { withoutNeedlessScopes } from './needless-scopes.ts';

const page = (css: string, body: string) =>
  `<html><meta content="style-src '${hashOf(css)}'"><style>${css}</style><body>${body}`;
const own = 'astro-aaaaaaaa';
const scripted = '<script type="module" src="/a.js"></script>';

describe('the marks of scoped styles', () => {
  it('go where no other element would be taken', () => {
    const css = `@layer components{.note:where(.${own}) b,li:where(.${own}):lang(ja){top:0}}`;
    const body = `<ul class="note ${own}"><li lang="ja" class="${own}"><b class="${own}">a</b></li></ul>`;
    expect(withoutNeedlessScopes(page(css, body))).toBe(
      page('@layer components{.note b,li:lang(ja){top:0}}', '<ul class="note"><li lang="ja"><b>a</b></li></ul>'),
    );
  });

  it('stay where they tell elements apart, on what the rule asks for', () => {
    const css = `p:where(.${own}){top:0}`;
    expect(withoutNeedlessScopes(page(css, `<p class="${own}">a<i class="x ${own}">b</i></p><p>c</p>`))).toBe(
      page(css, `<p class="${own}">a<i class="x">b</i></p><p>c</p>`),
    );
  });

  it('stay in the rules of a page to which a script may add elements', () => {
    const css = `.note:where(.${own}){top:0}`;
    expect(withoutNeedlessScopes(page(css, `<p class="note ${own}"><i class="${own}">a</i></p>${scripted}`))).toBe(
      page(css, `<p class="note ${own}"><i>a</i></p>${scripted}`),
    );
  });

  it('stay on every element when a rule asks for any', () => {
    const whole = page(`.note>:where(.${own}){top:0}`, `<p class="note ${own}"><i class="${own}">a</i></p>`);
    expect(withoutNeedlessScopes(whole)).toBe(whole);
  });
});
