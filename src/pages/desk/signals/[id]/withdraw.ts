import type { APIRoute } from 'astro';
import { withdrawSignal } from '#server/desk/signals.ts';
import { rowId } from '#server/http/row-id.ts';

export const prerender = false;

export const POST: APIRoute = async ({ locals, params, redirect }) => {
  const { app, trainer } = locals;
  const withdrawn = trainer && (await withdrawSignal(app.store.db, rowId(params['id']), trainer, app.clock()));
  return redirect(withdrawn ? '/desk/signals?done=withdrawn' : '/desk/signals', 303);
};
