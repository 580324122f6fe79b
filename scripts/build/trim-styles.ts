import { readFileSync, writeFileSync } from 'node:fs';
import { otherLanguages } from '#i18n/languages.ts';
import { withoutUnseenFaces } from './faces-needed.ts';
import { hashOf } from './hash-of.ts';
import { pagesBelow } from './pages-below.ts';

/**
 * Every page carries its styles inside itself, and so the rules for a language that it does not speak: nearly 1 kB of each English page
 * was for Japanese; and the font files of letters that it does not show. This takes them out, and puts the hash of what is left where that of the whole stood in the policy.
 */
export function trimStyles(site: string): void {
  for (const file of pagesBelow(site)) {
    const page = readFileSync(file, 'utf8');
    const trimmed = trimPage(page);
    if (trimmed !== page) writeFileSync(file, trimmed);
  }
}

export function trimPage(page: string): string {
  const unspoken = otherLanguages.filter((language) => !speaks(page, language));
  const hashes: [string, string][] = [];
  const lighter = page.replaceAll(/<style>([\s\S]*?)<\/style>/g, (whole, css: string) => {
    const left = withoutUnseenFaces(unspoken.reduce(withoutRulesOf, css), page);
    if (left === css) return whole;
    hashes.push([hashOf(css), hashOf(left)]);
    return `<style>${left}</style>`;
  });
  return hashes.reduce((text, [before, after]) => text.replace(`'${before}'`, `'${after}'`), lighter);
}

/** The page, or its article, is in the language; a link that names a language in its own word is not enough. */
function speaks(page: string, language: string): boolean {
  return new RegExp(`<(html|article|main|div)\\b[^>]*\\slang="${language}"`).test(page);
}

/** A rule goes when every one of its selectors asks for the language. */
function withoutRulesOf(css: string, language: string): string {
  const rule = /([^{};]+)\{[^{}]*\}/g;
  const asks = `:lang(${language})`;
  return css.replaceAll(rule, (whole, selectors: string) => (everySelector(selectors, asks) ? '' : whole));
}

function everySelector(selectors: string, asks: string): boolean {
  return selectors.split(/,(?![^()]*\))/).every((selector) => selector.includes(asks));
}
