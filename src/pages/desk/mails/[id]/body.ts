import type { APIRoute } from 'astro';
import { rowId } from '#server/http/row-id.ts';

export const prerender = false;

/** A mail's own markup, for a frame; what it may do there is said by the headers of its kind. */
export const GET: APIRoute = async ({ locals, params }) => {
  const { app, desk } = locals;
  const html = await desk.mails(app.renderer).body(rowId(params['id']), app.clock());
  if (html === null) return new Response('No such mail.\n', { status: 404 });
  return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
};
