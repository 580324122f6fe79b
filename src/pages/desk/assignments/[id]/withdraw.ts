import type { APIRoute } from 'astro';
import { withdrawAssignment } from '#server/desk/assignments.ts';

export const prerender = false;

export const POST: APIRoute = async ({ locals, params, redirect }) => {
  const { store, clock } = locals.app;
  const withdrawn = await withdrawAssignment(store.db, Number(params['id']), clock());
  return redirect(withdrawn ? '/desk?done=withdrawn' : '/desk', 303);
};
