import { firstLanguage, type Language, languages } from '#i18n/languages.ts';

/** A year: whoever chose once is not asked again. */
const cookieSeconds = 31_536_000;

/**
 * Set only by the language switch of pages made on demand; built pages have an address in each language instead. On https, as the desk's, by a name that
 * browsers believe only if this very host set it, encrypted and for all paths.
 */
export function languageCookie(https: boolean) {
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: https, maxAge: cookieSeconds } as const;
  return { name: https ? '__Host-nodomoto-language' : 'nodomoto-language', options };
}

export function knownLanguage(name: string | undefined | null): Language | undefined {
  return languages.find((language) => language === name);
}

/** The language for somebody nobody knows: the one they chose, else the first of their browser's that is spoken here. */
export function languageFor(chosen: string | undefined, accepted: string | null): Language {
  return knownLanguage(chosen) ?? firstAccepted(accepted ?? '') ?? firstLanguage;
}

/** `ja-JP,ja;q=0.9,en;q=0.8` names languages with their weights; one without a weight weighs 1. */
function firstAccepted(header: string): Language | undefined {
  const ranked = header
    .split(',')
    .map((part) => {
      const [range = '', weight] = part.trim().split(';q=');
      return { name: range.slice(0, 2).toLowerCase(), weight: Number(weight ?? 1) };
    })
    .sort((a, b) => b.weight - a.weight);
  return ranked.flatMap(({ name }) => knownLanguage(name) ?? [])[0];
}

/**
 * Where to go back to after choosing: a path of this site, or its front page. Browsers read `//elsewhere.example`, `/\elsewhere.example` and
 * `/.//elsewhere.example` as other hosts, so what is left after reading it as they do begins with one slash.
 */
export function backOnSite(from: string, siteUrl: string): string {
  const read = URL.parse(from, siteUrl);
  if (!read || read.origin !== new URL(siteUrl).origin) return '/';
  return `${read.pathname.replace(/^[/\\]+/, '/')}${read.search}`;
}
