import { createServer, type ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { closeServer, listen } from './listen.ts';

async function aServer(answer: (response: ServerResponse) => void) {
  const asked = Promise.withResolvers<void>();
  const server = createServer((_request, response) => {
    asked.resolve();
    answer(response);
  });
  const port = await listen(server, 0, '127.0.0.1');
  return { server, asked: asked.promise, url: `http://127.0.0.1:${port}/` };
}

test('an answer that is under way ends before the door is closed', async () => {
  const { server, asked, url } = await aServer((response) => setTimeout(() => response.end('whole'), 50));
  const answer = fetch(url).then((response) => response.text());
  await asked;
  await closeServer(server);
  expect(await answer).toBe('whole');
  await expect(fetch(url)).rejects.toThrow();
});

test('one that never ends is cut', async () => {
  const { server, asked, url } = await aServer((response) => response.write('half'));
  const answer = fetch(url).then((response) => response.text());
  const cut = expect(answer).rejects.toThrow();
  await asked;
  await closeServer(server);
  await cut;
});
