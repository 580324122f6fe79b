import type { APIRoute } from 'astro';

export const prerender = false;

/** A mail's own HTML, for a frame: nothing in it runs or loads, and its links open in the window around it. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'self'; frame-ancestors 'self'";

export const GET: APIRoute = async ({ locals, params }) => {
  const mail = await locals.app.inbox?.find(params['id'] ?? '');
  if (!mail) return new Response('No such mail.\n', { status: 404 });
  const html = mail.html.replace(/<head[^>]*>/i, (head) => `${head}<base target="_top">`);
  return new Response(html, {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy },
  });
};
