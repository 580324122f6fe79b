import type { APIRoute } from 'astro';
import { forecastAssignment } from '#server/desk/forecast-assignment.ts';
import { rowId } from '#server/http/row-id.ts';

export const prerender = false;

/** Who would get what by when; changes nothing. */
export const GET: APIRoute = async ({ locals, url }) => {
  const { planner, clock } = locals.app;
  const field = (name: string) => url.searchParams.get(name) ?? '';
  const request = { teamId: rowId(field('team')), moduleId: field('module'), dueOn: field('due') };
  const outcome = await forecastAssignment({ ...planner, now: clock() }, request);
  return Response.json(outcome, { status: outcome.ok ? 200 : 422 });
};
