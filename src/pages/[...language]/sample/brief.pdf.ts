import type { APIRoute } from 'astro';
import { languageOfPath, languageParams } from '#i18n/languages.ts';
import { briefPdf } from '#server/brief/drawn/pdf/brief-pdf.ts';
import { sampleBrief } from '#server/sample/sample-brief.ts';
import { sampleNow } from '#server/sample/sample-store.ts';
import { published } from '#site/published.ts';

export function getStaticPaths() {
  return languageParams.map(({ param }) => ({ params: { language: param } }));
}

/** The sample brief as PDF, two pages of A4. */
export const GET: APIRoute = async ({ url }) => {
  const told = await sampleBrief(published().forPages, languageOfPath(url.pathname));
  return new Response(new Uint8Array(await briefPdf(told, sampleNow)), {
    headers: { 'Content-Type': 'application/pdf' },
  });
};
