import { readFileSync, writeFileSync } from 'node:fs';
import { otherLanguages } from '#i18n/languages.ts';
import { withoutUnseenFaces } from './faces-needed.ts';
import { withoutNeedlessScopes } from './needless-scopes.ts';
import { withOrderInFirstStyle } from './order-in-first-style.ts';
import { pagesBelow } from './pages-below.ts';
import { keepRules, restyle } from './restyle.ts';
import { withoutUnseenRules } from './unseen-rules.ts';

/**
 * Every page carries its styles inside itself, and so the rules for a language that it does not speak: nearly 1 kB of each English page
 * was for Japanese; the font files of letters that it does not show; the rules for classes that it does not have; and marks that no rule asks
 * for. This takes them out.
 */
export function trimStyles(site: string): void {
  for (const file of pagesBelow(site)) {
    const page = readFileSync(file, 'utf8');
    const trimmed = withOrderInFirstStyle(withoutNeedlessScopes(withoutUnseenRules(trimPage(page))));
    if (trimmed !== page) writeFileSync(file, trimmed);
  }
}

export function trimPage(page: string): string {
  const unspoken = otherLanguages.filter((language) => !speaks(page, language));
  return restyle(page, (css) => withoutUnseenFaces(unspoken.reduce(withoutRulesOf, css), page));
}

/** The page, or its article, is in the language; a link that names a language in its own word is not enough. */
function speaks(page: string, language: string): boolean {
  return new RegExp(`<(html|article|main|div)\\b[^>]*\\slang="${language}"`).test(page);
}

/** A rule goes when every one of its selectors asks for the language; to ask for any other is no reason. */
function withoutRulesOf(css: string, language: string): string {
  const asked = (selector: string) => selector.replaceAll(/:not\((?:[^()]|\([^()]*\))*\)/g, '');
  return keepRules(css, (selector) => !asked(selector).includes(`:lang(${language})`));
}
