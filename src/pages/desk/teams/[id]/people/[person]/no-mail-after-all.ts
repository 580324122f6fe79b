import type { APIRoute } from 'astro';
import { rowId } from '#server/http/row-id.ts';

export const prerender = false;

export const POST: APIRoute = async ({ locals, params, redirect }) => {
  const { app, desk } = locals;
  const teamId = rowId(params['id']);
  await desk.undoLetHaveMail(teamId, rowId(params['person']), app.clock());
  return redirect(`/desk/teams/${teamId}#no-mail`, 303);
};
