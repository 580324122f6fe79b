import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AppContext } from '#server/app-context.ts';
import { type Problems, requestInLog } from './answer-problem.ts';
import { isOwnMachine } from './asker-of.ts';
import { newProblem, type ProblemPages } from './problem-pages.ts';
import { drainBody, largestBody, readBody } from './read-body.ts';
import { headersOf, kindOfRoute } from './response-headers.ts';
import type { Route } from './route-of.ts';
import type { BodyLimit } from './upload-limit.ts';

/** Astro's: answers a request, or calls `next` where it has no page. */
export type AppHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
  locals: object,
) => Promise<void>;

type AnswerRoute = (request: IncomingMessage, response: ServerResponse, route: Route) => Promise<void>;

export type OnDemandParts = {
  app: Pick<AppContext, 'settings' | 'log' | 'clock'>;
  handler: AppHandler;
  problems: Problems;
  problemPages: ProblemPages;
  bodyLimit: BodyLimit;
  /** Answers an address that leads nowhere. */
  missing: (request: IncomingMessage, response: ServerResponse) => void;
};

/** Has a page made, once the whole form is here. */
export function pagesOnDemand({
  app,
  handler,
  problems,
  problemPages,
  bodyLimit,
  missing,
}: OnDemandParts): AnswerRoute {
  const https = app.settings.siteUrl.startsWith('https:');
  return async (request, response, route) => {
    if (isInbox(route) && !isFromHere(request)) return problems.refuse(request, response, 'elsewhere', {});
    if (request.method === 'POST') {
      const largest = await bodyLimit(request, route);
      const read = await readBody(request, largest);
      // Whoever may bring a file has it taken to its end: a browser that is cut off shows nothing of why.
      if (!read.ok && read.why === 'large' && largest > largestBody) await drainBody(request);
      if (!read.ok) return problems.refuse(request, response, read.why === 'large' ? 'large' : 'unreadable', {});
      // Where it finds this, Astro reads no further from the connection.
      Object.assign(request, { body: read.body });
    }
    for (const [name, value] of Object.entries(headersOf(kindOfRoute(route), https))) response.setHeader(name, value);
    tellEnd(app, request, response);
    await handler(request, response, () => missing(request, response), { app, problemPages });
  };
}

const isInbox = (route: Route) => route === '/inbox' || route.startsWith('/inbox/');

/** The trial's inbox holds everybody's links, so it is for whoever sits at the machine: a trial that listens to the house is still not the house's. */
function isFromHere(request: IncomingMessage): boolean {
  return isOwnMachine(request.socket.remoteAddress, request.headers);
}

/** One line for a page made on demand; a page that broke off half-way has an answer that began well, and is told as failed. */
function tellEnd(
  { log, clock }: Pick<AppContext, 'log' | 'clock'>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const began = clock();
  const asked = requestInLog(request);
  response.once('close', () => {
    if (response.errored) log.tell('request-failed', { ...asked, id: newProblem('failed').id, err: response.errored });
    else log.tell('request', { ...asked, status: response.statusCode, ms: clock() - began });
  });
}
