import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import send from '@fastify/send';
import { firstLanguage, perLanguage } from '#i18n/languages.ts';
import type { AppContext } from '#server/app-context.ts';
import { answerProblems } from './answer-problem.ts';
import { askedLanguage } from './asked-language.ts';
import { mindConnections, serverLimits } from './connections.ts';
import { serveHealth } from './health.ts';
import { closeServer, listen } from './listen.ts';
import { isOwnHost, ownHosts } from './own-hosts.ts';
import { type AppHandler, pagesOnDemand } from './pages-on-demand.ts';
import { problemPageFiles, readProblemPages } from './problem-pages.ts';
import { readTarget } from './request-target.ts';
import { headersOf } from './response-headers.ts';
import { elsewhere, methodsOf, routeOf } from './route-of.ts';
import { staticFiles } from './static-files.ts';
import { bodyLimit } from './upload-limit.ts';

export type RunningSite = { port: number; close: () => Promise<void> };

/**
 * Serves the built site. What cannot be read is refused before anything is looked up, then what is asked of another host; then files are looked for, and
 * then the pages made on demand, which get the app context as `locals.app`. What fails ends as a page, and never the process.
 */
export async function serveSite(app: AppContext, distFolder: string): Promise<RunningSite> {
  const { settings, log, clock } = app;
  const client = join(distFolder, 'client');
  const https = settings.siteUrl.startsWith('https:');
  const pages = readProblemPages(client);
  const problems = answerProblems(pages, log, https);
  const files = staticFiles({
    folder: client,
    hidden: Object.values(problemPageFiles),
    openFile: send,
    problems,
    log,
    https,
  });
  const missing = missingPages(client, https);
  const { handler }: { handler: AppHandler } = await import(
    pathToFileURL(resolve(distFolder, 'server', 'entry.mjs')).href
  );
  const onDemand = pagesOnDemand({
    app,
    handler,
    problems,
    problemPages: pages,
    bodyLimit: bodyLimit(app),
    missing,
  });
  let hosts: ReadonlySet<string> = new Set();

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const target = readTarget(request);
    if (!target) return problems.refuse(request, response, 'unreadable', {});
    request.url = target.path;
    request.headers.host = target.host;
    // Whoever looks whether it lives asks by any name.
    if (await serveHealth(app, request, response, https)) return;
    if (!isOwnHost(target.host, hosts)) return problems.refuse(request, response, 'host', {});
    const route = routeOf(request.url);
    if (request.method === 'OPTIONS') return allow(response, methodsOf(route), https);
    if (await files.serve(request, response)) return;
    if (!methodsOf(route).includes(request.method ?? ''))
      return problems.refuse(request, response, 'method', { Allow: methodsOf(route).join(', ') });
    if (route === elsewhere) return missing(request, response);
    await onDemand(request, response, route);
  };

  const take = (request: IncomingMessage, response: ServerResponse) => {
    // Errors of both are heard here, whoever else listens: one that nobody hears would end the process.
    request.on('error', () => undefined);
    response.on('error', () => undefined);
    answer(request, response).catch((error: unknown) => problems.fail(request, response, error));
  };
  const server = createServer(serverLimits, take);
  // Whoever expects what we do not know gets what they asked for (RFC 9110, 10.1.1).
  server.on('checkExpectation', take);
  mindConnections(server, pages, log, https, clock);
  const port = await listen(server, settings.port, settings.host);
  hosts = ownHosts(settings.siteUrl, port);
  return { port, close: () => closeServer(server) };
}

function allow(response: ServerResponse, methods: readonly string[], https: boolean): void {
  response.writeHead(204, { ...headersOf('machine', https), Allow: methods.join(', ') }).end();
}

/** Answers an address that leads nowhere, in the language of whoever asks. */
function missingPages(client: string, https: boolean): (request: IncomingMessage, response: ServerResponse) => void {
  const pages = perLanguage((language) =>
    readFileSync(language === firstLanguage ? join(client, '404.html') : join(client, language, '404', 'index.html')),
  );
  return (request, response) => {
    const page = pages[askedLanguage(request, https)];
    response
      .writeHead(404, {
        ...headersOf('problem', https),
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Length': page.byteLength,
      })
      .end(page);
  };
}
