import type { APIRoute } from 'astro';
import { rowId } from '#server/http/row-id.ts';

export const prerender = false;

export const POST: APIRoute = async ({ locals, params, redirect }) => {
  const { app, desk } = locals;
  const teamId = rowId(params['id']);
  const personId = rowId(params['person']);
  const lifted = await desk.letHaveMail(teamId, personId, app.clock());
  return redirect(lifted ? `/desk/teams/${teamId}?again=${personId}#no-mail` : `/desk/teams/${teamId}`, 303);
};
