import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Db } from '#server/database/open-database.ts';
import type { Log } from '#server/log/log.ts';
import type { MailTally } from '#server/log/tally-mail.ts';
import { readBreaker } from '#server/outbox/breaker-store.ts';
import { readPause } from '#server/outbox/mail-pause.ts';
import { serveMetrics } from './metrics.ts';

/** What is looked at; without a token, metrics are for this machine only. */
type Watched = {
  store: { db: Db };
  log: Log;
  mailTally: () => MailTally;
  clock: () => number;
  isScheduling: () => boolean;
  settings: { metricsToken: string | null };
};

/** Answers /healthz, /readyz and /metrics; `false` for any other path. */
export function serveHealth(app: Watched, request: IncomingMessage, response: ServerResponse): boolean {
  const path = request.url?.split('?', 1)[0];
  if (path === '/healthz') {
    plain(response, 200, 'ok');
    return true;
  }
  if (path === '/readyz') {
    void answerReady(app, response);
    return true;
  }
  if (path === '/metrics') {
    const { store, log, mailTally, clock, settings } = app;
    const measured = { db: store.db, log, mailTally, clock, token: settings.metricsToken };
    void serveMetrics(measured, request, response, request.socket.remoteAddress);
    return true;
  }
  return false;
}

function plain(response: ServerResponse, status: number, text: string): void {
  response
    .writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' })
    .end(`${text}\n`);
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
