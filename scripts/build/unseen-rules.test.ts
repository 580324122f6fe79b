import { describe, expect, it } from 'vitest';
import { hashOf } from './hash-of.ts';
import { withoutUnseenRules } from './unseen-rules.ts';

const page = (css: string, body: string) =>
  `<html><meta content="style-src '${hashOf(css)}'"><style>${css}</style><body>${body}`;

describe('the rules of a page', () => {
  it('go when it has no element of their class, with the layer that is empty then; the policy names what is left', () => {
    const css = '@layer base{.a{top:0}.b,.c{top:0}}@layer page{@media print{.b{top:0}}}';
    expect(withoutUnseenRules(page(css, '<p class="a c">b'))).toBe(
      page('@layer base{.a{top:0}.b,.c{top:0}}', '<p class="a c">b'),
    );
  });

  it('keep the order of the layers, which no element asks for', () => {
    const css = '@layer reset,tokens,base,components,page;@layer page{h1{top:0}}';
    expect(withoutUnseenRules(page(css, '<h1>'))).toBe(page(css, '<h1>'));
  });

  it('stay when a class is only one of several ways, or is denied', () => {
    const css = ':is(.b,p) i,p:not(.b),p:has(.b){top:0}p:not(:is(.b,.c)){top:0}';
    expect(withoutUnseenRules(page(css, '<p>'))).toBe(page(css, '<p>'));
  });

  it('stay when a script in the page names the class, or a script of its own file may', () => {
    const css = '.faces{top:0}';
    const inside = page(css, "<script>document.body.classList.add('faces')</script>");
    expect(withoutUnseenRules(inside)).toBe(inside);
    const outside = page(css, '<script type="module" src="/a.js"></script>');
    expect(withoutUnseenRules(outside)).toBe(outside);
  });
});
