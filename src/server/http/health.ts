import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Db } from '#server/database/open-database.ts';
import type { Log } from '#server/log/log.ts';
import type { MailTally } from '#server/log/tally-mail.ts';
import { readBreaker } from '#server/outbox/breaker-store.ts';
import { readPause } from '#server/outbox/mail-pause.ts';
import { serveMetrics } from './metrics.ts';
import { headersOf } from './response-headers.ts';

/** What is looked at; without a token, metrics are for this machine only. */
type Watched = {
  store: { db: Db };
  log: Log;
  mailTally: () => MailTally;
  clock: () => number;
  isScheduling: () => boolean;
  settings: { metricsToken: string | null };
};

const answers = { '/healthz': answerAlive, '/readyz': answerReady, '/metrics': answerMetrics } as const;

/** Answers /healthz, /readyz and /metrics, by whatever name the host was asked; `false` for any other path. */
export async function serveHealth(
  app: Watched,
  request: IncomingMessage,
  response: ServerResponse,
  https: boolean,
): Promise<boolean> {
  const path = request.url?.split('?', 1)[0];
  if (path !== '/healthz' && path !== '/readyz' && path !== '/metrics') return false;
  for (const [name, value] of Object.entries(headersOf('machine', https))) response.setHeader(name, value);
  if (request.method === 'GET' || request.method === 'HEAD') await answers[path](app, response, request);
  else plain(response.setHeader('Allow', 'GET, HEAD'), request.method === 'OPTIONS' ? 200 : 405, 'GET, HEAD');
  return true;
}

function answerMetrics(app: Watched, response: ServerResponse, request: IncomingMessage): Promise<void> {
  const { store, log, mailTally, clock, settings } = app;
  const measured = { db: store.db, log, mailTally, clock, token: settings.metricsToken };
  return serveMetrics(measured, request, response, request.socket.remoteAddress);
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}

function answerAlive(_app: Watched, response: ServerResponse): void {
  plain(response, 200, 'ok');
}

/** Ready when the store answers and mail goes out; the kind of trouble is said, and nothing a server said of anybody. */
async function answerReady(app: Watched, response: ServerResponse): Promise<void> {
  try {
    const pause = await readPause(app.store.db);
    const breaker = await readBreaker(app.store.db);
    if (!app.isScheduling()) plain(response, 503, 'the scheduler ended, and is begun again');
    else if (pause) plain(response, 503, `mail is paused: the store was ${pause.why}`);
    else if (breaker) plain(response, 503, `no mail goes out: ${breaker.trouble}`);
    else plain(response, 200, 'ready');
  } catch (err) {
    app.log.tell('store-silent', { route: '/readyz', err });
    plain(response, 503, 'the store does not answer');
  }
}
