import type { APIRoute } from 'astro';
import { mayBePublic } from '#core/sharing/tlp.ts';

export const prerender = false;

/** One file of a piece, as an author of the library would have written it. */
export const GET: APIRoute = async ({ locals, params }) => {
  const opened = await locals.desk.write.open(params['id'] ?? '');
  const found = Object.entries(opened?.files ?? {}).find(([path]) => path.split('/').at(-1) === params['file']);
  // These are files for a public library.
  if (opened?.received && !mayBePublic(opened.received.tlp))
    return new Response('Its label keeps it from public pages.\n', { status: 403 });
  if (!found) return new Response('No such file.\n', { status: 404 });
  return new Response(found[1], {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': `attachment; filename="${params['file']}"`,
    },
  });
};
