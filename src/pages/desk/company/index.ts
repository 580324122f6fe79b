import type { APIRoute } from 'astro';
import { cookiesOf } from '#server/desk/enter-desk.ts';

export const prerender = false;

/** Milliseconds that somebody may take to sign in at their company. */
const patienceMs = 10 * 60_000;

export const GET: APIRoute = async ({ locals, cookies, redirect }) => {
  const { companySignIn, settings, clock, log } = locals.app;
  if (!companySignIn) return redirect('/desk/sign-in', 303);
  const begun = await companySignIn.begin();
  if (!begun.ok) {
    log.tell('company-sign-in-failed', { why: begun.why, err: begun.err });
    return redirect('/desk/sign-in?unreachable', 303);
  }
  cookiesOf(cookies, settings.siteUrl).keep('company', begun.kept, clock() + patienceMs);
  return redirect(begun.url, 303);
};
