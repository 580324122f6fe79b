import type { APIRoute } from 'astro';
import { rowId } from '#server/http/row-id.ts';

export const prerender = false;

export const POST: APIRoute = async ({ locals, params, redirect }) => {
  const { app, desk } = locals;
  const withdrawn = await desk.withdrawAssignment(rowId(params['id']), app.clock());
  return redirect(withdrawn ? '/desk?done=withdrawn' : '/desk', 303);
};
