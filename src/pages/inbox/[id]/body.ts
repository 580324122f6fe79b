import type { APIRoute } from 'astro';

export const prerender = false;

/** A mail's own HTML, for a frame; what it may do there is said by the headers of its kind. */
export const GET: APIRoute = async ({ locals, params }) => {
  const mail = await locals.app.inbox?.find(params['id'] ?? '');
  if (!mail) return new Response('No such mail.\n', { status: 404 });
  const html = mail.html.replace(/<head[^>]*>/i, (head) => `${head}<base target="_top">`);
  return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
};
