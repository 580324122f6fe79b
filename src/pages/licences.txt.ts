import type { APIRoute } from 'astro';
import { noticesText } from '#site/licences/notices-text.ts';
import { shippedHere } from '#site/licences/shipped-packages.ts';

/** The notices of every package, made with the pages: one file for all languages, as they are told in their own. */
export const GET: APIRoute = () =>
  new Response(noticesText(shippedHere()), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
