import type { APIRoute } from 'astro';
import { quarterIn, quarterText } from '#core/brief/quarter.ts';
import { drawnPdfs } from '#server/brief/drawn/pdf/drawn-pdfs.ts';
import { tellBrief } from '#server/brief/told/told-brief.ts';
import { speak } from '#site/speak.ts';

export const prerender = false;

/** The brief of a quarter as PDF, two pages of A4. */
export const GET: APIRoute = async ({ locals, url }) => {
  const { app, desk } = locals;
  const { language } = speak(locals);
  const now = app.clock();
  const quarter = quarterIn(url.searchParams.get('quarter')) ?? (await desk.brief.quarter(now));
  const found = await desk.brief.find(app.library, quarter, now);
  if (!found.ok) return new Response(null, { status: 404 });
  const pdf = await drawnPdfs.of(tellBrief(found.brief, language, found.standing), now);
  const headers = {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename="board-brief-${quarterText(quarter)}.pdf"`,
  };
  return new Response(new Uint8Array(pdf), { headers });
};
