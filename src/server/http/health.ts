import type { IncomingMessage, ServerResponse } from 'node:http';
import { messageStates } from '#core/delivery/message-state.ts';
import type { AppContext } from '#server/app-context.ts';

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

/** Prometheus text: messages by state, people, answers. No names. */
async function answerMetrics(app: AppContext, response: ServerResponse): Promise<void> {
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
    const lines = [
      '# HELP nodomoto_messages Messages by state.',
      '# TYPE nodomoto_messages gauge',
      ...messageStates.map(
        (state) => `nodomoto_messages{state="${state}"} ${states.find((row) => row.state === state)?.count ?? 0}`,
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
