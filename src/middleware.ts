import { defineMiddleware, sequence } from 'astro:middleware';
import { firstLanguage, languageOfPath } from '#i18n/languages.ts';
import { languageOfLink } from '#server/answers/language-of-link.ts';
import { appBehindWall } from '#server/app-behind-wall.ts';
import { Desk } from '#server/desk/desk.ts';
import { deskCookie } from '#server/desk/desk-cookies.ts';
import { readAccessOf, scopeOn } from '#server/desk/roles/desk-access.ts';
import { guardedDesk } from '#server/desk/roles/guarded-desk.ts';
import { firstPageFor, holdsFiguresAlone, mayOpen } from '#server/desk/roles/who-may.ts';
import { readSession } from '#server/desk/sessions.ts';
import { kindOfFailure, retryLater } from '#server/http/answer-problem.ts';
import { languageCookie, languageFor } from '#server/http/language-choice.ts';
import { problemStatus } from '#server/http/problem-kinds.ts';
import { barePages, newProblem, type Problem } from '#server/http/problem-pages.ts';
import { type Headers as HeadersOfKind, headersOf, joinPolicies, kindOfRoute } from '#server/http/response-headers.ts';
import { mayChange } from '#server/http/same-origin.ts';
import { unsavedForm } from '#server/http/unsaved-form.ts';
import { wayTo } from '#server/http/way-to.ts';
import { nextTurn } from '#server/next-turn.ts';
import { readWall } from '#server/walls/read-wall.ts';

/** A built page speaks the language of its address; one made on demand that of whoever asks, until it knows its person. */
const chooseLanguage = defineMiddleware(({ locals, url, cookies, request, isPrerendered }, next) => {
  if (isPrerendered) {
    locals.language = languageOfPath(url.pathname);
    return next();
  }
  const { name } = languageCookie(locals.app.settings.siteUrl.startsWith('https:'));
  locals.language = languageFor(cookies.get(name)?.value, request.headers.get('accept-language'));
  return next();
});

/** In `astro dev` no server passes the app context, so the pages that need one open it here. */
const openInDev = defineMiddleware(async ({ locals, isPrerendered }, next) => {
  if (import.meta.env.DEV && !isPrerendered && !locals.app) {
    locals.problemPages = barePages;
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
    const problem = newProblem(kindOfFailure(err));
    locals.app.log.tell('request-failed', { id: problem.id, method: request.method, route: routePattern, err });
    return problemResponse(problem, locals, retryLater(problem.kind));
  }
});

/** The page of a problem, which says what failed by its number alone. */
function problemResponse(problem: Problem, locals: App.Locals, more: HeadersOfKind): Response {
  const { app, problemPages, language = firstLanguage } = locals;
  const headers = headersOf('problem', app.settings.siteUrl.startsWith('https:'));
  const type = { 'Content-Type': 'text/html; charset=utf-8' };
  const status = problemStatus[problem.kind];
  return new Response(problemPages(problem, language), { status, headers: { ...headers, ...more, ...type } });
}

/** The server takes no host but our own, so that the address a page was asked by is one of ours too. */
const refuseForeignForms = defineMiddleware(({ request, url, locals, isPrerendered, routePattern }, next) => {
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
  if (allowed) return next();
  const problem = newProblem('foreign');
  const status = problemStatus[problem.kind];
  locals.app.log.tell('request-refused', { id: problem.id, method, route: routePattern, status, why: problem.kind });
  return problemResponse(problem, locals, {});
});

/** What the house published or withdrew, here or on another machine, is seen by the next page that is asked for. A page that needs no store is made without one. */
const refreshLibrary = defineMiddleware(async ({ locals, isPrerendered }, next) => {
  if (!isPrerendered)
    await locals.app.refreshLibrary().catch((err: unknown) => locals.app.log.tell('library-not-refreshed', { err }));
  return next();
});

/** Everything below /desk needs somebody whose role it is for (who-may.ts), but for the way in. */
const openDeskToTrainers = defineMiddleware(async (context, next) => {
  const { url, locals, cookies, isPrerendered } = context;
  if (isPrerendered || !/^\/desk(\/|$)/.test(url.pathname)) return next();
  const { app } = locals;
  const { sessions, store, trainers, clock, settings } = app;
  // The dearest pages: of many that are asked for at once, one is made in each round of the event loop.
  await nextTurn();
  const cookie = deskCookie('session', settings.siteUrl);
  const session = await readSession(sessions, cookies.get(cookie.name)?.value, clock());
  const access = session && (await readAccessOf(store.db, trainers, session.email));
  if (session && access) {
    const { standings } = access;
    locals.trainer = session.email;
    locals.standings = standings;
    locals.wayTo = (address) => wayTo(access, address);
    const scope = scopeOn(access, holdsFiguresAlone(context.routePattern));
    const { db, beyond } = await readWall(store.db, access.side);
    // Whatever a page does, it does on the side of whoever asked.
    locals.app = db === store.db ? app : appBehindWall(app, db, access.side);
    locals.desk = guardedDesk(new Desk(locals.app.planner, settings, session.email, scope, beyond), standings);
  }
  const renewed = session?.renewed;
  if (renewed) cookies.set(cookie.name, renewed.token, cookie.options(renewed.expiresAt));
  const wayIn = /^\/desk\/(sign-in|enter|company)(\/|$)/.test(url.pathname);
  if (wayIn) return next();
  if (!locals.standings) return context.redirect('/desk/sign-in', 303);
  return mayOpen(locals.standings, context.routePattern)
    ? next()
    : context.redirect(firstPageFor(locals.standings), 303);
});

/** Every page made on demand has the headers of its kind, and of its own policy what that leaves open. */
const setHeaders = defineMiddleware(async ({ isPrerendered, locals, routePattern }, next) => {
  const response = await next();
  if (isPrerendered) return response;
  const https = locals.app.settings.siteUrl.startsWith('https:');
  const { 'Content-Security-Policy': policy = '', ...others } = headersOf(kindOfRoute(routePattern), https);
  const own = response.headers.get('Content-Security-Policy');
  response.headers.set('Content-Security-Policy', joinPolicies(own, policy));
  for (const [name, value] of Object.entries(others)) response.headers.set(name, value);
  return response;
});

/** A form that the store does not take just now is given back to whoever sent it, to be sent again: nothing that was typed is lost. */
const giveBackUnsaved = defineMiddleware(
  async ({ request, url, locals, params, isPrerendered, routePattern }, next) => {
    if (isPrerendered) return next();
    try {
      return await next();
    } catch (err) {
      const unsaved = unsavedForm(request, err);
      if (!unsaved) throw err;
      const { app } = locals;
      app.log.tell('form-not-saved', { method: request.method, route: routePattern, err });
      locals.unsaved = unsaved;
      const language = await languageOfLink(app.answers, params['token'] ?? '', app.clock());
      if (language) locals.language = language;
      return next(new Request(new URL('/not-saved', url)));
    }
  },
);

export const onRequest = sequence(
  openInDev,
  chooseLanguage,
  tellFailures,
  refuseForeignForms,
  refreshLibrary,
  openDeskToTrainers,
  setHeaders,
  giveBackUnsaved,
);
