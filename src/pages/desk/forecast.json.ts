import type { APIRoute } from 'astro';
import { rowId } from '#server/http/row-id.ts';

export const prerender = false;

/** Who would get what by when; changes nothing but that the look at the names is written down. */
export const GET: APIRoute = async ({ locals, url }) => {
  const { app, desk } = locals;
  const field = (name: string) => url.searchParams.get(name) ?? '';
  const request = { teamId: rowId(field('team')), moduleId: field('module'), dueOn: field('due') };
  const outcome = await desk.forecast(request, app.clock());
  return Response.json(outcome, { status: outcome.ok ? 200 : 422 });
};
