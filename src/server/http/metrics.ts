import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Db } from '#server/database/open-database.ts';
import type { Log } from '#server/log/log.ts';
import type { MailTally } from '#server/log/tally-mail.ts';
import { isOwnMachine } from './asker-of.ts';
import { metricsText } from './metrics-text.ts';
import { readFigures } from './read-figures.ts';

type Measured = { db: Db; log: Log; mailTally: () => MailTally; clock: () => number; token: string | null };

/** Answers /metrics, besides the headers of its kind, to whoever may read it: who has the token or, where none is set, this machine. `peer` is the address of the other end. */
export async function serveMetrics(
  { db, log, mailTally, clock, token }: Measured,
  request: IncomingMessage,
  response: ServerResponse,
  peer: string | undefined,
): Promise<void> {
  const { headers } = request;
  if (token !== null && !holds(headers.authorization, token)) {
    log.tell('metrics-refused', { status: 401 });
    return plain(response.setHeader('WWW-Authenticate', 'Bearer'), 401, 'Send METRICS_TOKEN as a bearer token.\n');
  }
  if (token === null && !isOwnMachine(peer, headers)) {
    log.tell('metrics-refused', { status: 403 });
    return plain(response, 403, 'Set METRICS_TOKEN to read this from another machine.\n');
  }
  try {
    const figures = await readFigures(db, mailTally(), clock());
    plain(response, 200, metricsText(figures), 'text/plain; version=0.0.4; charset=utf-8');
  } catch (err) {
    log.tell('store-silent', { route: '/metrics', err });
    plain(response, 503, 'the store does not answer\n');
  }
}

/** Compared by digest, so that neither length nor time tells anything of the token. */
function holds(authorization: string | undefined, token: string): boolean {
  const given = /^bearer +(.+)$/i.exec(authorization ?? '')?.[1] ?? '';
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}

function plain(response: ServerResponse, status: number, text: string, type = 'text/plain; charset=utf-8'): void {
  response.writeHead(status, { 'Content-Type': type }).end(text);
}
