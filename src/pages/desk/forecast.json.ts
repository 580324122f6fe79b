import type { APIRoute } from 'astro';
import { readAssignmentForm } from '#server/http/assignment-form.ts';

export const prerender = false;

/** Who would get what by when; changes nothing but that the look at the names is written down. */
export const GET: APIRoute = async ({ locals, url }) => {
  const { app, desk } = locals;
  const now = app.clock();
  const request = readAssignmentForm(url.searchParams, new Date(now).toISOString().slice(0, 10));
  const outcome = await desk.assigning.forecast(request, now);
  return Response.json(outcome, { status: outcome.ok ? 200 : 422 });
};
