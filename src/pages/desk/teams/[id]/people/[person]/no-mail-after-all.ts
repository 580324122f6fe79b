import type { APIRoute } from 'astro';
import { undoLetHaveMail } from '#server/desk/no-mail.ts';

export const prerender = false;

export const POST: APIRoute = async ({ locals, params, redirect }) => {
  const { store, clock } = locals.app;
  const teamId = Number(params['id']);
  await undoLetHaveMail(store.db, teamId, Number(params['person']), clock());
  return redirect(`/desk/teams/${teamId}#no-mail`, 303);
};
