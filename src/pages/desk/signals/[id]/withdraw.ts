import type { APIRoute } from 'astro';
import { withdrawSignal } from '#desk/signals.ts';

export const prerender = false;

export const POST: APIRoute = async ({ locals, params, redirect }) => {
  const { house, trainer } = locals;
  const withdrawn = trainer && (await withdrawSignal(house.store.db, Number(params['id']), trainer, house.clock()));
  return redirect(withdrawn ? '/desk/signals?done=withdrawn' : '/desk/signals', 303);
};
