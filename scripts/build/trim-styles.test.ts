import { describe, expect, it } from 'vitest';
import { hashOf } from './hash-of.ts';
import { trimPage } from './trim-styles.ts';

const both =
  'h1{margin:0}h1:lang(ja){margin:1px}@media print{.a:lang(ja),.b:is(p,q):lang(ja){top:0}.c:lang(ja),.d{top:0}}';
const english = 'h1{margin:0}@media print{.c:lang(ja),.d{top:0}}';
const page = (language: string, css: string) =>
  `<html lang="${language}"><meta content="style-src '${hashOf(css)}'"><style>${css}</style><a lang="ja">日本語</a>`;

describe('the styles of a page', () => {
  it('keep no rule for a language that the page does not speak, and their policy names what is left', () => {
    expect(trimPage(page('en', both))).toBe(page('en', english));
  });

  it('name no font file of which the page shows no letter, unless its scripts may fetch some', () => {
    const core = '@font-face{src:url(core.woff2);unicode-range:U+20-7E,U+A0}';
    const more = '@font-face{src:url(more.woff2);unicode-range:U+A1-A2,U+D8-FF}';
    const local = '@font-face{src:local("Arial")}';
    expect(trimPage(page('ja', core + more + local))).toBe(page('ja', core + local));
    const shown = `${page('ja', core + more)}Café`;
    expect(trimPage(shown)).toBe(shown);
    const fetching = `${page('ja', core + more)}<script type="module" src="/a.js"></script>`;
    expect(trimPage(fetching)).toBe(fetching);
  });

  it('stay whole where the page speaks the language', () => {
    expect(trimPage(page('ja', both))).toBe(page('ja', both));
  });

  it('lose rules inside layers too, and never the order of the layers', () => {
    const order = '@layer reset,tokens,base,components,page;';
    const layered = `${order}@layer tokens{:root:lang(ja){top:0}}@layer base{h1{top:0}@media print{h1:lang(ja){top:0}}}`;
    expect(trimPage(page('en', layered))).toBe(page('en', `${order}@layer base{h1{top:0}}`));
  });

  it('keep a rule for every language but that one', () => {
    const others = 'h2:not(:lang(ja)){top:0}';
    expect(trimPage(page('en', others))).toBe(page('en', others));
  });
});
