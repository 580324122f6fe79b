import type { IncomingMessage } from 'node:http';
import { firstLanguage, type Language, languageOfPath } from '#i18n/languages.ts';
import { languageCookie, languageFor } from './language-choice.ts';

/** The language to answer somebody in who gets no page of their own: that of the address, else the one they chose or their browser likes. */
export function askedLanguage({ url = '/', headers }: IncomingMessage, https: boolean): Language {
  const ofPath = languageOfPath(url.split(/[?#]/, 1)[0] ?? '/');
  if (ofPath !== firstLanguage) return ofPath;
  const chosen = new RegExp(`(?:^|;\\s*)${languageCookie(https).name}=(\\w+)`).exec(headers.cookie ?? '')?.[1];
  return languageFor(chosen, headers['accept-language'] ?? null);
}
