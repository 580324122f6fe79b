import { hashOf } from './hash-of.ts';

/** Changes the styles inside a page, and puts the hash of each where that of the old one stood in the policy. Pure. */
export function restyle(page: string, change: (css: string) => string): string {
  const hashes: [string, string][] = [];
  const changed = page.replaceAll(/<style>([\s\S]*?)<\/style>/g, (whole, css: string) => {
    const left = change(css);
    if (left === css) return whole;
    hashes.push([hashOf(css), hashOf(left)]);
    return `<style>${left}</style>`;
  });
  return hashes.reduce((text, [before, after]) => text.replace(`'${before}'`, `'${after}'`), changed);
}

/** Takes out of minified CSS, in whatever layer or query it stands, each rule of which no selector stays; what is empty then goes too. */
export function keepRules(css: string, stays: (selector: string) => boolean): string {
  const left = css.replaceAll(/([^{};]+)\{[^{}]*\}/g, (whole, selectors: string) =>
    selectors.split(/,(?![^()]*\))/).some(stays) ? whole : '',
  );
  return left === css ? css : withoutEmptyBlocks(left);
}

function withoutEmptyBlocks(css: string): string {
  const left = css.replaceAll(/@(?:layer|media|supports)[^{};]*\{\}/g, '');
  return left === css ? css : withoutEmptyBlocks(left);
}
