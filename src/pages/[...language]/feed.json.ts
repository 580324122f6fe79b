import type { APIRoute } from 'astro';
import { languageOfPath, languageParams } from '#i18n/languages.ts';
import { jsonFeed } from '#site/feeds/cases-feed.ts';
import { publishedCatalogue } from '#site/published.ts';

export function getStaticPaths() {
  return languageParams.map(({ param }) => ({ params: { language: param } }));
}

/** The newest cases as JSON Feed. */
export const GET: APIRoute = ({ url, site }) =>
  Response.json(jsonFeed(publishedCatalogue(languageOfPath(url.pathname)), String(site)), {
    headers: { 'Content-Type': 'application/feed+json; charset=utf-8' },
  });
