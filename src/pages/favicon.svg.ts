import type { APIRoute } from 'astro';
import { firstLanguage } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import { markSvg } from '#site/icons/mark-drawing.ts';

/** The icon of a browser's tab. */
export const GET: APIRoute = () =>
  new Response(markSvg(wordsIn(firstLanguage).name), { headers: { 'Content-Type': 'image/svg+xml' } });
