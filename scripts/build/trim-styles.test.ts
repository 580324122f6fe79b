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

  it('stay whole where the page speaks the language', () => {
    expect(trimPage(page('ja', both))).toBe(page('ja', both));
  });
});
