import { createServer, type RequestListener } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import type { TokenGrant } from '#server/setting-parts/relay.ts';
import { aLog } from '#testing/a-log.ts';
import { aTokenServer, clientSecret } from '#testing/a-token-server.ts';
import { freePort } from '#testing/free-port.ts';
import { openAccessTokens, type TokenTaken } from './access-tokens.ts';

/** Tokens at a clock that a test sets. */
function tokensOf(grant: TokenGrant) {
  const time = { now: 0 };
  const { log, lines, text } = aLog();
  const tokens = openAccessTokens(grant, { fetch, clock: () => time.now, log });
  return { tokens, time, logged: lines, loggedText: text };
}

function tokenOf(taken: TokenTaken): string {
  if (!taken.ok) throw new Error(taken.reply);
  return taken.token;
}

function replyOf(taken: TokenTaken): string {
  if (taken.ok) throw new Error('a token was given');
  return taken.reply;
}

/** A token server that answers every request alike. */
async function aStrangeServer(answer: RequestListener): Promise<TokenGrant> {
  const port = await freePort();
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  onTestFinished(() => void server.close());
  return {
    tokenUrl: `http://127.0.0.1:${port}/token`,
    clientId: 'nodomoto',
    clientSecret,
    scope: null,
    refreshToken: 'a refresh token',
  };
}

test('a token is asked for once and used until a minute before its end', async () => {
  const server = await aTokenServer({ tokenSeconds: 600 });
  const { tokens, time } = tokensOf(server.grant);
  const first = tokenOf(await tokens.take());
  expect(await server.isGood(first)).toBe(true);
  time.now = 539_000;
  expect(await tokens.take()).toEqual({ ok: true, token: first, isNew: false });
  time.now = 540_000;
  expect(tokenOf(await tokens.take())).not.toBe(first);
  expect(server.given).toBe(2);
});

test('a token that lives for less than two minutes is used for half of its life', async () => {
  const server = await aTokenServer({ tokenSeconds: 60 });
  const { tokens, time } = tokensOf(server.grant);
  await tokens.take();
  time.now = 29_000;
  await tokens.take();
  expect(server.given).toBe(1);
  time.now = 30_000;
  await tokens.take();
  expect(server.given).toBe(2);
});

test('all who want one at once share one', async () => {
  const server = await aTokenServer();
  const { tokens } = tokensOf(server.grant);
  const taken = await Promise.all([1, 2, 3, 4, 5].map(() => tokens.take()));
  expect(new Set(taken.map(tokenOf)).size).toBe(1);
  expect(server.given).toBe(1);
});

test('a token that was given up is not used again; giving up an older one changes nothing', async () => {
  const server = await aTokenServer();
  const { tokens } = tokensOf(server.grant);
  const first = tokenOf(await tokens.take());
  tokens.drop(first);
  const second = tokenOf(await tokens.take());
  expect(second).not.toBe(first);
  tokens.drop(first);
  expect(tokenOf(await tokens.take())).toBe(second);
});

test('a refresh token gets one too', async () => {
  const server = await aTokenServer();
  const { tokens, logged } = tokensOf(await server.grantByRefresh());
  expect(await server.isGood(tokenOf(await tokens.take()))).toBe(true);
  expect(logged()).toEqual([]);
});

test('a refresh token that is replaced at each use is told in the log, without itself, and the new one is used from then on', async () => {
  const server = await aTokenServer({ replacesRefreshTokens: true });
  const grant = await server.grantByRefresh();
  const { tokens, logged, loggedText } = tokensOf(grant);
  tokens.drop(tokenOf(await tokens.take()));
  expect(await server.isGood(tokenOf(await tokens.take()))).toBe(true);
  expect(logged().map(({ event }) => event)).toEqual(['refresh-token-replaced', 'refresh-token-replaced']);
  expect(loggedText()).not.toContain(grant.refreshToken);
});

test('what the token server has against us is told in its own words', async () => {
  const { grant } = await aTokenServer();
  const { host } = new URL(grant.tokenUrl);
  const wrongSecret = tokensOf({ ...grant, clientSecret: 'an old secret' }).tokens;
  expect(replyOf(await wrongSecret.take())).toBe(
    `The token server ${host} refuses: invalid_client, client authentication failed`,
  );
  const wrongRefresh = tokensOf({ ...grant, refreshToken: 'withdrawn' }).tokens;
  expect(replyOf(await wrongRefresh.take())).toContain('refuses: invalid_grant');
});

test('a failure is not kept: the next one who wants a token asks again', async () => {
  let asked = 0;
  const grant = await aStrangeServer((_request, response) => {
    asked += 1;
    response.writeHead(asked === 1 ? 500 : 200).end(JSON.stringify({ access_token: 'one that works' }));
  });
  const { tokens } = tokensOf(grant);
  expect(replyOf(await tokens.take())).toContain('answers 500, and not with a token');
  expect(tokenOf(await tokens.take())).toBe('one that works');
});

test('an answer that is no JSON, and one that holds no token, are told as such', async () => {
  const proxy = await aStrangeServer((_request, response) => response.writeHead(502).end('<h1>Bad gateway</h1>'));
  expect(replyOf(await tokensOf(proxy).tokens.take())).toContain('answers 502, and not with a token');
  const empty = await aStrangeServer((_request, response) => response.end('{"token_type":"Bearer"}'));
  expect(replyOf(await tokensOf(empty).tokens.take())).toContain('answers 200, and not with a token');
});

test('no secret goes to where a token server would send us on', async () => {
  let asked = 0;
  const grant = await aStrangeServer((_request, response) => {
    asked += 1;
    response.writeHead(307, { location: '/elsewhere' }).end();
  });
  expect(replyOf(await tokensOf(grant).tokens.take())).toContain('does not answer');
  expect(asked).toBe(1);
});

test('a server that is not there is named, with the reason', async () => {
  const grant: TokenGrant = {
    tokenUrl: `http://127.0.0.1:${await freePort()}/token`,
    clientId: 'nodomoto',
    clientSecret,
    scope: null,
    refreshToken: null,
  };
  expect(replyOf(await tokensOf(grant).tokens.take())).toMatch(
    /^The token server 127\.0\.0\.1:\d+ does not answer: fetch failed .*ECONNREFUSED/,
  );
});

test('a secret that the server repeats is not told on', async () => {
  const grant = await aStrangeServer((_request, response) =>
    response
      .writeHead(400)
      .end(
        JSON.stringify({ error: 'invalid_client', error_description: `not "${clientSecret}", not "a refresh token"` }),
      ),
  );
  const reply = replyOf(await tokensOf(grant).tokens.take());
  expect(reply).toContain('invalid_client, not "<secret>", not "<secret>"');
});
