import { addressesIn } from '#catalogue/addresses.ts';
import type { Language } from '#i18n/languages.ts';

/** The page on what is kept, in a template. */
export function privacyUrl(language: Language): string {
  return `%%siteUrl%%${addressesIn(language).page('/privacy')}`;
}
