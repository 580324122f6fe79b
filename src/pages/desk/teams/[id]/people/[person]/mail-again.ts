import type { APIRoute } from 'astro';
import { letHaveMail } from '#server/desk/no-mail.ts';
import { rowId } from '#server/http/row-id.ts';

export const prerender = false;

export const POST: APIRoute = async ({ locals, params, redirect }) => {
  const { store, clock } = locals.app;
  const teamId = rowId(params['id']);
  const personId = rowId(params['person']);
  const lifted = await letHaveMail(store.db, teamId, personId, clock());
  return redirect(lifted ? `/desk/teams/${teamId}?again=${personId}#no-mail` : `/desk/teams/${teamId}`, 303);
};
