import type { APIRoute } from 'astro';
import { securityTxt } from '#server/http/security-txt.ts';

export const prerender = false;

/** Whom to tell of a hole; no page where nobody was named. */
export const GET: APIRoute = ({ locals }) => {
  const { settings, clock } = locals.app;
  if (!settings.securityContact) return new Response('Nobody is named here.\n', { status: 404 });
  return new Response(securityTxt(settings.securityContact, settings.siteUrl, clock()), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
};
