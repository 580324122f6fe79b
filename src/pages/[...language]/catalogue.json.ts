import type { APIRoute } from 'astro';
import { catalogueVersion } from '#catalogue/schema/published-schema.ts';
import { languageOfPath, languageParams } from '#i18n/languages.ts';
import { published } from '#site/published.ts';

export function getStaticPaths() {
  return languageParams.map(({ param }) => ({ params: { language: param } }));
}

/** Everything published, in one language, for the planner and for anyone else. */
export const GET: APIRoute = ({ url }) =>
  Response.json({ version: catalogueVersion, ...published().library[languageOfPath(url.pathname)] });
