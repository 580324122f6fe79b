import type { APIRoute } from 'astro';
import { leave } from '#desk/sign-in.ts';
import { sessionCookie } from '#desk/session-cookie.ts';

export const prerender = false;

export const POST: APIRoute = async ({ locals, cookies, redirect }) => {
  await leave(locals.house.store.db, cookies.get(sessionCookie)?.value);
  cookies.delete(sessionCookie, { path: '/desk' });
  return redirect('/desk/sign-in', 303);
};
