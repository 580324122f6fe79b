import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AppContext } from '#server/app-context.ts';
import { serveMetrics } from './metrics.ts';

/** Answers /healthz, /readyz and /metrics; `false` for any other path. */
export function serveHealth(app: AppContext, request: IncomingMessage, response: ServerResponse): boolean {
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
    const measured = { db: app.store.db, log: app.log, token: app.settings.metricsToken };
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

/** Ready when the store answers. */
async function answerReady(app: AppContext, response: ServerResponse): Promise<void> {
  try {
    await app.store.db.selectFrom('fact').select('name').limit(1).execute();
    plain(response, 200, 'ready');
  } catch (err) {
    app.log.tell('store-silent', { route: '/readyz', err });
    plain(response, 503, 'the store does not answer');
  }
}
