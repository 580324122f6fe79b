import type { APIRoute } from 'astro';
import { previewAsked } from '#server/desk/mails/preview-form.ts';
import { rowId } from '#server/http/row-id.ts';

export const prerender = false;

/** The markup of a previewed mail, for a frame. */
export const GET: APIRoute = async ({ locals, url }) => {
  const { app, desk } = locals;
  const asked = previewAsked(rowId(url.searchParams.get('person')), Object.fromEntries(url.searchParams));
  const outcome = await desk.mails(app.renderer).preview(asked, app.clock());
  if (!outcome.ok) return new Response('No such mail.\n', { status: 404 });
  return new Response(outcome.mail.html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
};
