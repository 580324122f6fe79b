import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import send from '@fastify/send';
import { AppError } from '#core/errors/app-error.ts';
import { firstLanguage, type Language, languageOfPath, perLanguage } from '#i18n/languages.ts';
import type { AppContext } from '#server/app-context.ts';
import type { Log } from '#server/log/log.ts';
import { frameAncestors } from './frame-ancestors.ts';
import { serveHealth } from './health.ts';
import { routeOf } from './route-of.ts';
import { staticFiles } from './static-files.ts';

type AppHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
  locals: object,
) => Promise<void>;

export type RunningSite = { port: number; close: () => Promise<void> };

/** Serves the built site: files first, then health, then the pages made on demand, which get the app context as `locals.app`. */
export async function serveSite(app: AppContext, distFolder: string): Promise<RunningSite> {
  const client = join(distFolder, 'client');
  const missing = readMissingPages(client);
  const missingFor = (request: IncomingMessage) => missing[languageOfPath(request.url ?? '/')];
  const files = staticFiles(client, missingFor, send, app.log);
  const { handler }: { handler: AppHandler } = await import(
    pathToFileURL(resolve(distFolder, 'server', 'entry.mjs')).href
  );
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    setSecurityHeaders(response, app.settings.siteUrl);
    if (!isReadable(request.url)) {
      app.log.tell('request-unreadable', { method: request.method ?? '' });
      response.writeHead(400).end('Bad request');
      return;
    }
    if (await files.serve(request, response)) return;
    if (serveHealth(app, request, response)) return;
    tellEnd(app, request, response);
    await handler(request, response, () => notFound(missingFor(request), response), { app });
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => failed(app.log, error, request, response));
  });
  const port = await listen(server, app.settings.port, app.settings.host);
  return { port, close: () => closeServer(server) };
}

/** Tells early and in one sentence that the port is taken, before a build is waited for. */
export async function checkPort(port: number, host: string): Promise<void> {
  const probe = createServer();
  await listen(probe, port, host);
  await closeServer(probe);
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => fail(listenError(error, port, host)));
    server.listen(port, host, () => {
      const address = server.address();
      done(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function listenError(error: NodeJS.ErrnoException, port: number, host: string): AppError {
  if (error.code === 'EADDRINUSE') return new AppError('PORT_TAKEN', { port }, { cause: error });
  if (error.code === 'EACCES') return new AppError('PORT_FORBIDDEN', { port }, { cause: error });
  return new AppError('CANNOT_LISTEN', { host, port, reason: error.code ?? error.message }, { cause: error });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}

function isReadable(url: string | undefined): boolean {
  try {
    decodeURI(url ?? '/');
    return true;
  } catch {
    return false;
  }
}

/** The CSP itself stands in every page as <meta>, on any host; what <meta> cannot say comes as headers. */
function setSecurityHeaders(response: ServerResponse, siteUrl: string): void {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'strict-origin-when-cross-origin');
  response.setHeader('Content-Security-Policy', frameAncestors);
  response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
  if (siteUrl.startsWith('https:')) response.setHeader('Strict-Transport-Security', 'max-age=31536000');
}

/** The page for an address that leads nowhere, in each language. */
function readMissingPages(client: string): Record<Language, Buffer> {
  return perLanguage((language) =>
    readFileSync(language === firstLanguage ? join(client, '404.html') : join(client, language, '404', 'index.html')),
  );
}

function notFound(page: Buffer, response: ServerResponse): void {
  response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' }).end(page);
}

function requestInLog({ method = '', url }: IncomingMessage): { method: string; route: string } {
  return { method, route: routeOf(url) };
}

/** One line for a page made on demand; a page that broke off half-way has an answer that began well, and is told as failed. */
function tellEnd({ log, clock }: AppContext, request: IncomingMessage, response: ServerResponse): void {
  const began = clock();
  const asked = requestInLog(request);
  response.once('close', () => {
    if (response.errored) log.tell('request-failed', { ...asked, err: response.errored });
    else log.tell('request', { ...asked, status: response.statusCode, ms: clock() - began });
  });
}

/** A fault of ours ends the one request it happened in, and is logged. */
function failed(log: Log, err: unknown, request: IncomingMessage, response: ServerResponse): void {
  log.tell('request-failed', { ...requestInLog(request), err });
  if (response.headersSent) response.destroy();
  else response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Something went wrong here.');
}
