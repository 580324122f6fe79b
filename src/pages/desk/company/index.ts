import type { APIRoute } from 'astro';
import { cookiesOf } from '#server/desk/enter-desk.ts';
import { isLedHere } from '#server/http/same-origin.ts';

export const prerender = false;

/** Milliseconds that somebody may take to sign in at their company. */
const patienceMs = 10 * 60_000;

export const GET: APIRoute = async ({ request, locals, cookies, redirect }) => {
  const { companySignIn, settings, clock, log } = locals.app;
  // Whoever is signed in at their company would otherwise begin a session here by looking at another site.
  if (!companySignIn || isLedHere(request.headers.get('sec-fetch-site'))) return redirect('/desk/sign-in', 303);
  const begun = await companySignIn.begin();
  if (!begun.ok) {
    log.tell('company-sign-in-failed', { why: begun.why, err: begun.err });
    return redirect('/desk/sign-in?unreachable', 303);
  }
  cookiesOf(cookies, settings.siteUrl).keep('company', begun.kept, clock() + patienceMs);
  return redirect(begun.url, 303);
};
