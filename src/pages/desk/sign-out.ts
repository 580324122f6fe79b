import type { APIRoute } from 'astro';
import { sessionCookie } from '#server/desk/session-cookie.ts';
import { leave } from '#server/desk/sign-in.ts';

export const prerender = false;

export const POST: APIRoute = async ({ locals, cookies, redirect }) => {
  await leave(locals.app.store.db, cookies.get(sessionCookie)?.value);
  cookies.delete(sessionCookie, { path: '/desk' });
  return redirect('/desk/sign-in', 303);
};
