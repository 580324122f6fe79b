import type { APIRoute } from 'astro';
import { cookiesOf } from '#server/desk/enter-desk.ts';
import { endSession } from '#server/desk/sessions.ts';

export const prerender = false;

export const POST: APIRoute = async ({ locals, cookies, redirect }) => {
  const { sessions, settings } = locals.app;
  const desk = cookiesOf(cookies, settings.siteUrl);
  await endSession(sessions, desk.read('session'));
  desk.drop('session');
  return redirect('/desk/sign-in', 303);
};
