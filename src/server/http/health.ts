import type { IncomingMessage, ServerResponse } from 'node:http';
import { troubles } from '#core/delivery/judge-reply.ts';
import { messageStates } from '#core/delivery/message-state.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Log } from '#server/log/log.ts';
import { readBreaker } from '#server/outbox/breaker-store.ts';

/** What is looked at. */
type Watched = { store: { db: Db }; log: Log };

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
    void answerMetrics(app, response);
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
    const breaker = await readBreaker(app.store.db);
    if (breaker) plain(response, 503, `no mail goes out: ${breaker.trouble}`);
    else plain(response, 200, 'ready');
  } catch (err) {
    app.log.tell('store-silent', { route: '/readyz', err });
    plain(response, 503, 'the store does not answer');
  }
}

/** Prometheus text: messages by state, people, answers. No names. */
async function answerMetrics(app: Watched, response: ServerResponse): Promise<void> {
  const { db } = app.store;
  try {
    const states = await db
      .selectFrom('message')
      .select('state')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .groupBy('state')
      .execute();
    const people = await db
      .selectFrom('person')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    const answers = await db
      .selectFrom('answer')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    const breaker = await readBreaker(db);
    const lines = [
      '# HELP nodomoto_messages Messages by state.',
      '# TYPE nodomoto_messages gauge',
      ...messageStates.map(
        (state) => `nodomoto_messages{state="${state}"} ${states.find((row) => row.state === state)?.count ?? 0}`,
      ),
      '# HELP nodomoto_mail_breaker_open Whether no mail goes out, by trouble.',
      '# TYPE nodomoto_mail_breaker_open gauge',
      ...troubles.map(
        (trouble) => `nodomoto_mail_breaker_open{trouble="${trouble}"} ${breaker?.trouble === trouble ? 1 : 0}`,
      ),
      '# TYPE nodomoto_people gauge',
      `nodomoto_people ${people.count}`,
      '# TYPE nodomoto_answers_total counter',
      `nodomoto_answers_total ${answers.count}`,
    ];
    plain(response, 200, lines.join('\n'));
  } catch (err) {
    app.log.tell('store-silent', { route: '/metrics', err });
    plain(response, 503, 'the store does not answer');
  }
}
