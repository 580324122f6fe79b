import type { APIRoute } from 'astro';
import { rowId } from '#server/http/row-id.ts';
import { speak } from '#site/speak.ts';

export const prerender = false;

/** What teams like this usually depend on, in the reader's words: `exposures.csv` or `teams.csv`. Like all of the desk, for trainers only. */
export const GET: APIRoute = async ({ locals, params }) => {
  const { app, desk } = locals;
  const starter = await desk.starter(rowId(params['id']), app.library[speak(locals).language]);
  const found = Object.entries(starter?.files ?? {}).find(([name]) => name === params['file']);
  if (!found) return new Response(null, { status: 404 });
  const [name, text] = found;
  const headers = {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}"`,
  };
  return new Response(text, { headers });
};
