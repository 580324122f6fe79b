import type { APIRoute } from 'astro';
import { periodIn } from '#core/results/result-period.ts';
import { resultsFiles } from '#server/desk/results/results-csv.ts';
import { speak } from '#site/speak.ts';

export const prerender = false;

/** Results as a file, in the reader's words. */
export const GET: APIRoute = async ({ locals, params, url }) => {
  const { app, desk } = locals;
  const { language } = speak(locals);
  const file = resultsFiles.find((name) => name === params['file']);
  if (!file) return new Response(null, { status: 404 });
  const period = periodIn(url.searchParams.get('period'));
  const text = await desk.results.file(app.library[language], file, period, language, app.clock());
  const headers = {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="results-${file}"`,
  };
  return new Response(text, { headers });
};
