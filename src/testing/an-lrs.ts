import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';

/** A statement as it arrived. */
export type KeptStatement = { id: string; verb: { id: string } } & Record<string, unknown>;

export type LrsRequest = { method: string; path: string; authorization: string; version: string; statements: number };

export type Lrs = {
  /** Ends with a slash. */
  url: string;
  statements: KeptStatement[];
  /** What the validator said of statements that were refused for it. */
  faults: string[];
  /** Documents of the state and profile resources, by name. */
  documents: Map<string, unknown>;
  requests: LrsRequest[];
  /** How often a token was asked for; the first time gives one. */
  fetches: () => number;
  /** A status for the next statements instead of its own judgement; `null` leaves it to that. */
  answerWith: (refusal: (statements: KeptStatement[]) => number | null) => void;
  close: () => Promise<void>;
};

/** The validator is CommonJS. */
const { default: faultsOf }: { default: (statement: unknown) => { toString: () => string }[] } = createRequire(
  import.meta.url,
)('@learninglocker/xapi-validation');

const open = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': 'authorization,content-type,x-experience-api-version',
  'Access-Control-Allow-Methods': 'GET,POST,PUT',
};

/**
 * A learning record store over HTTP, as xAPI 1.0.3 has it as far as statements, states and profiles go. A validator from npm judges each statement,
 * and one bad statement has its whole request refused. An id that is known with other content is a conflict.
 */
export async function anLrs(): Promise<Lrs> {
  const statements: KeptStatement[] = [];
  const faults: string[] = [];
  const documents = new Map<string, unknown>();
  const requests: LrsRequest[] = [];
  let refusal: (statements: KeptStatement[]) => number | null = () => null;
  let fetches = 0;
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin);
    const { method = '' } = request;
    const text = await textOf(request);
    if (method === 'OPTIONS') return void response.writeHead(204, open).end();
    if (url.pathname === '/token') return say(response, 200, nextToken());
    const sent = url.pathname.endsWith('/statements') && text ? [JSON.parse(text)].flat() : [];
    requests.push({
      method,
      path: url.pathname,
      authorization: request.headers.authorization ?? '',
      version: String(request.headers['x-experience-api-version'] ?? ''),
      statements: sent.length,
    });
    if (url.pathname.endsWith('/statements')) return takeStatements(sent, response);
    const name = url.searchParams.get('stateId') ?? url.searchParams.get('profileId') ?? '';
    if (method === 'GET') return say(response, documents.has(name) ? 200 : 404, documents.get(name) ?? {});
    documents.set(name, JSON.parse(text));
    response.writeHead(204, open).end();
  }

  function nextToken(): object {
    fetches += 1;
    return fetches === 1
      ? { 'auth-token': 'dG9rZW46MQ==' }
      : { 'error-code': '1', 'error-text': 'The authorization token has already been returned.' };
  }

  function takeStatements(sent: KeptStatement[], response: ServerResponse): void {
    const status = refusal(sent);
    if (status !== null) {
      say(response, status, { error: 'as told' });
      return;
    }
    const wrong = sent.flatMap((statement) => faultsOf(statement).map(String));
    faults.push(...wrong);
    if (wrong.length > 0) {
      say(response, 400, { errors: wrong });
      return;
    }
    const known = new Map(statements.map((statement) => [statement.id, JSON.stringify(statement)]));
    const isOther = ({ id }: KeptStatement, text: string) => known.has(id) && known.get(id) !== text;
    if (sent.some((statement) => isOther(statement, JSON.stringify(statement)))) {
      say(response, 409, { error: 'an id is known with other content' });
      return;
    }
    statements.push(...sent.filter(({ id }) => !known.has(id)));
    say(
      response,
      200,
      sent.map(({ id }) => id),
    );
  }

  return {
    url: `${origin}/xapi/`,
    statements,
    faults,
    documents,
    requests,
    fetches: () => fetches,
    answerWith: (next) => {
      refusal = next;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function say(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { ...open, 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}
