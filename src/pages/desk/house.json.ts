import { createHash } from 'node:crypto';
import type { APIRoute } from 'astro';
import { firstLanguage, languages } from '#i18n/languages.ts';
import { houseEntry } from '#site/search/house-entry.ts';
import { speak } from '#site/speak.ts';

export const prerender = false;

/** What the house wrote and published, for the search of the library on the screen of somebody who may read it. Nothing of it is in the site's own files. */
export const GET: APIRoute = async ({ locals, url, request }) => {
  const language = languages.find((known) => known === url.searchParams.get('language')) ?? firstLanguage;
  const house = await locals.desk.write.searchable(locals.app.houseSearch, language);
  if (!house) return new Response(null, { status: 204 });
  const { format, to } = speak({ language });
  const catalogue = locals.app.library[language];
  const entries = house.cases.map((entry) => houseEntry(catalogue, entry, to.case(entry.id), format));
  const text = JSON.stringify({ ...house.ranking, entries });
  const headers = { ETag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"` };
  if (request.headers.get('If-None-Match') === headers.ETag) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' } });
};
