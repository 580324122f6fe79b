import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '#server/log/log.ts';
import { isFaultOfStore } from '#server/outbox/until-written.ts';
import { askedLanguage } from './asked-language.ts';
import { type ProblemKind, problemStatus } from './problem-kinds.ts';
import { newProblem, type Problem, type ProblemPages } from './problem-pages.ts';
import { throwAwayBody } from './read-body.ts';
import { type Headers, headersOf } from './response-headers.ts';
import { routeOf } from './route-of.ts';

/** Answers requests that fail or are refused: with a page whose number stands in a line of the log too. */
export type Problems = {
  /** A fault of ours, or of what we stand on. */
  fail: (request: IncomingMessage, response: ServerResponse, err: unknown) => void;
  /** A request that asks what it may not, or asks it wrongly; `more` are headers that the status wants. */
  refuse: (request: IncomingMessage, response: ServerResponse, kind: ProblemKind, more: Headers) => void;
  /** The page alone, of a problem that its finder has logged. */
  show: (request: IncomingMessage, response: ServerResponse, problem: Problem, more: Headers) => void;
};

export function answerProblems(pages: ProblemPages, log: Log, https: boolean): Problems {
  const show: Problems['show'] = (request, response, problem, more) => {
    // What was begun cannot become another answer: the reader has to see that it is not whole.
    if (response.headersSent) return void response.destroy();
    const page = Buffer.from(pages(problem, askedLanguage(request, https)));
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    response
      .writeHead(problemStatus[problem.kind], {
        ...headersOf('problem', https),
        ...more,
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Length': page.byteLength,
      })
      .end(page);
    throwAwayBody(request);
  };
  return {
    show,
    fail: (request, response, err) => {
      const problem = newProblem(kindOfFailure(err));
      log.tell('request-failed', { id: problem.id, ...requestInLog(request), err });
      show(request, response, problem, retryLater(problem.kind));
    },
    refuse: (request, response, kind, more) => {
      const problem = newProblem(kind);
      const status = problemStatus[kind];
      log.tell('request-refused', { id: problem.id, ...requestInLog(request), status, why: kind });
      show(request, response, problem, more);
    },
  };
}

/** A store that is locked or gone comes back; a fault in what we wrote does not go away by waiting. */
export function kindOfFailure(err: unknown): 'busy' | 'failed' {
  return isFaultOfStore(err) ? 'busy' : 'failed';
}

/** Half a minute, in seconds: by then a lock is gone and a restart done. */
export function retryLater(kind: ProblemKind): Headers {
  return kind === 'busy' ? { 'Retry-After': '30' } : {};
}

export function requestInLog({ method = '', url }: IncomingMessage): { method: string; route: string } {
  return { method, route: routeOf(url) };
}
