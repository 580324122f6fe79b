import type { APIRoute } from 'astro';
import { languageOfPath, languageParams } from '#i18n/languages.ts';
import { rssFeed } from '#site/feeds/cases-feed.ts';
import { publishedCatalogue } from '#site/published.ts';

export function getStaticPaths() {
  return languageParams.map(({ param }) => ({ params: { language: param } }));
}

/** The newest cases, for feed readers. */
export const GET: APIRoute = ({ url, site }) =>
  new Response(rssFeed(publishedCatalogue(languageOfPath(url.pathname)), String(site)), {
    headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' },
  });
