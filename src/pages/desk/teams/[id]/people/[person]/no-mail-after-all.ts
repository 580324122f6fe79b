import type { APIRoute } from 'astro';
import { undoLetHaveMail } from '#server/desk/no-mail.ts';
import { rowId } from '#server/http/row-id.ts';

export const prerender = false;

export const POST: APIRoute = async ({ locals, params, redirect }) => {
  const { store, clock } = locals.app;
  const teamId = rowId(params['id']);
  await undoLetHaveMail(store.db, teamId, rowId(params['person']), clock());
  return redirect(`/desk/teams/${teamId}#no-mail`, 303);
};
