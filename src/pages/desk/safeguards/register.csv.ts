import type { APIRoute } from 'astro';
import { speak } from '#site/speak.ts';

export const prerender = false;

/** The register of the trainer's teams as a file. */
export const GET: APIRoute = async ({ locals }) => {
  const { app, desk } = locals;
  const { language } = speak(locals);
  const text = await desk.safeguards.file(app.library[language], app.settings.siteUrl, app.clock());
  const headers = {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="safeguards.csv"',
  };
  return new Response(text, { headers });
};
