import type { APIRoute } from 'astro';
import { withdrawAssignment } from '#server/desk/assignments.ts';
import { rowId } from '#server/http/row-id.ts';

export const prerender = false;

export const POST: APIRoute = async ({ locals, params, redirect }) => {
  const { store, clock } = locals.app;
  const withdrawn = await withdrawAssignment(store.db, rowId(params['id']), clock());
  return redirect(withdrawn ? '/desk?done=withdrawn' : '/desk', 303);
};
