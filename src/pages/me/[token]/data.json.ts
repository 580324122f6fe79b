import type { APIRoute } from 'astro';
import { openOwnPage } from '#server/own-page/open-own-page.ts';
import { readPersonalData } from '#server/people/personal-data.ts';

export const prerender = false;

/** Everything that is kept about the reader, as a file: docs/privacy/personal-data.md says what it holds. */
export const GET: APIRoute = async ({ locals, params }) => {
  const { app } = locals;
  const now = app.clock();
  const opened = await openOwnPage(app.answers, params['token'] ?? '', now);
  const data = opened.ok ? await readPersonalData(app.store.db, opened.person.email, now) : null;
  if (!data) return new Response('This link opens nothing.\n', { status: 404 });
  const headers = {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Disposition': 'attachment; filename="nodomoto.json"',
  };
  return new Response(`${JSON.stringify(data, null, 2)}\n`, { headers });
};
