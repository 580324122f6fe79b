import type { APIRoute } from 'astro';
import { courseEditions, usualPassMark } from '#course/editions.ts';
import { packageModule } from '#server/course/package-module.ts';
import { speak } from '#site/speak.ts';

export const prerender = false;

/** A module as a zip for a learning platform, in the reader's language first. */
export const GET: APIRoute = ({ locals, url }) => {
  const { library, playerFiles, settings } = locals.app;
  const { language } = speak(locals);
  const moduleId = url.searchParams.get('module') ?? '';
  const edition = courseEditions.find((name) => name === url.searchParams.get('as'));
  const passMark = markIn(url.searchParams.get('pass'));
  if (!edition || passMark === null) return new Response(null, { status: 400 });
  const parts = { library, siteUrl: settings.siteUrl, playerFiles };
  const made = packageModule(parts, { moduleId, edition, passMark, language });
  if (!made) return new Response(null, { status: 404 });
  const headers = { 'Content-Type': 'application/zip', 'Content-Disposition': `attachment; filename="${made.name}"` };
  return new Response(made.zip, { headers });
};

/** A share from per cent; `null` where it is none. */
function markIn(percent: string | null): number | null {
  if (!percent) return usualPassMark;
  const mark = /^\d{1,3}$/.test(percent) ? Number(percent) : 0;
  return mark >= 1 && mark <= 100 ? mark / 100 : null;
}
