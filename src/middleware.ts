import { defineMiddleware, sequence } from 'astro:middleware';
import { languageOfPath } from '#i18n/languages.ts';
import { deskCookie } from '#server/desk/desk-cookies.ts';
import { readSession } from '#server/desk/sessions.ts';
import { frameAncestors } from '#server/http/frame-ancestors.ts';
import { languageCookie, languageFor } from '#server/http/language-choice.ts';
import { mayChange } from '#server/http/same-origin.ts';

/** A built page speaks the language of its address; one made on demand that of whoever asks, until it knows its person. */
const chooseLanguage = defineMiddleware(({ locals, url, cookies, request, isPrerendered }, next) => {
  locals.language = isPrerendered
    ? languageOfPath(url.pathname)
    : languageFor(cookies.get(languageCookie)?.value, request.headers.get('accept-language'));
  return next();
});

/** In `astro dev` no server passes the app context, so the pages that need one open it here. */
const openInDev = defineMiddleware(async ({ locals, isPrerendered }, next) => {
  if (import.meta.env.DEV && !isPrerendered && !locals.app) {
    const [{ openApp, usualParts }, { readSettings }, { openStreamLog }] = await Promise.all([
      import('#server/app-context.ts'),
      import('#server/settings.ts'),
      import('#server/log/stream-log.ts'),
    ]);
    const settings = readSettings(process.env);
    locals.app = await openApp(settings, {
      ...usualParts,
      log: openStreamLog(settings.logLevel, process.stdout, Date.now),
    });
  }
  return next();
});

/** A page that cannot be made is logged by its route; Astro would print its address, which may hold a token. */
const tellFailures = defineMiddleware(async ({ request, locals, isPrerendered, routePattern }, next) => {
  if (isPrerendered) return next();
  try {
    return await next();
  } catch (err) {
    locals.app.log.tell('request-failed', { method: request.method, route: routePattern, err });
    return new Response('Something went wrong here.', { status: 500 });
  }
});

const refuseForeignForms = defineMiddleware(({ request, url, locals, isPrerendered }, next) => {
  if (isPrerendered) return next();
  const siteOrigin = new URL(locals.app.settings.siteUrl).origin;
  const { headers, method } = request;
  const allowed = mayChange({
    method,
    path: url.pathname,
    origin: headers.get('origin'),
    fetchSite: headers.get('sec-fetch-site'),
    siteOrigin,
    ownOrigin: url.origin,
  });
  return allowed ? next() : new Response('This form was sent from another site, so it was refused.', { status: 403 });
});

/** Everything below /desk needs a trainer, but for the way in. */
const openDeskToTrainers = defineMiddleware(async (context, next) => {
  const { url, locals, cookies, isPrerendered } = context;
  if (isPrerendered || !/^\/desk(\/|$)/.test(url.pathname)) return next();
  const { sessions, settings, clock } = locals.app;
  const cookie = deskCookie('session', settings.siteUrl);
  const session = await readSession(sessions, cookies.get(cookie.name)?.value, clock());
  if (session) locals.trainer = session.email;
  const renewed = session?.renewed;
  if (renewed) cookies.set(cookie.name, renewed.token, cookie.options(renewed.expiresAt));
  const wayIn = /^\/desk\/(sign-in|enter|company)(\/|$)/.test(url.pathname);
  return session || wayIn ? next() : context.redirect('/desk/sign-in', 303);
});

/**
 * Pages made for one person are never kept by anybody in between, nor found by a search engine. `same-origin` keeps tokens
 * out of other sites' logs; `no-referrer` would also blank the Origin by which our own forms are known.
 */
const keepPrivate = defineMiddleware(async ({ isPrerendered }, next) => {
  const response = await next();
  if (isPrerendered) return response;
  response.headers.set('Cache-Control', 'no-store');
  response.headers.set('X-Robots-Tag', 'noindex');
  response.headers.set('Referrer-Policy', 'same-origin');
  response.headers.set('Content-Security-Policy', withFrameAncestors(response.headers.get('Content-Security-Policy')));
  return response;
});

/** Astro's policy of a page made on demand takes the place of the server's header, so it has to say this as well. */
function withFrameAncestors(policy: string | null): string {
  return [policy?.replace(/;\s*$/, ''), frameAncestors].filter(Boolean).join('; ');
}

export const onRequest = sequence(
  chooseLanguage,
  openInDev,
  tellFailures,
  refuseForeignForms,
  openDeskToTrainers,
  keepPrivate,
);
