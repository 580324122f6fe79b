import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { aMailServer } from '#testing/a-mail-server.ts';
import { aManner } from '#testing/a-manner.ts';
import { tryServer } from './try-server.ts';

const from = 'nudge@nodomoto.example';

test('a server that takes us and our sender is good, is sent no mail, and is left', async () => {
  const server = await aMailServer('accepts', { user: 'nudge', pass: 'right' });
  expect(await tryServer(server.smtpUrl, from, aManner())).toBeNull();
  expect(server.logins).toBe(1);
  expect(server.received).toEqual([]);
  await expect.poll(() => server.open()).toBe(0);
});

test('encryption is tried too', async () => {
  const server = await aMailServer('accepts', { offers: ['STARTTLS'] });
  expect(await tryServer(server.smtpUrl, from, aManner({ tls: 'require' }))).toBeNull();
  const plain = await aMailServer();
  expect(await tryServer(plain.smtpUrl, from, aManner({ tls: 'require' }))).toMatchObject({ trouble: 'tls' });
});

test('a wrong password, a refused sender and a refused greeting are told apart', async () => {
  const guarded = await aMailServer('accepts', { user: 'nudge', pass: 'right' });
  expect(await tryServer(guarded.smtpUrl.replace('right', 'wrong'), from, aManner())).toEqual({
    trouble: 'login',
    reply: '535 5.7.8 no',
  });
  const strict = await aMailServer({ at: 'MAIL', reply: '550 5.7.1 you may not send as this' });
  expect(await tryServer(strict.smtpUrl, from, aManner())).toEqual({
    trouble: 'sender',
    reply: '550 5.7.1 you may not send as this',
  });
  const closed = await aMailServer({ at: 'greeting', reply: '554 no mail from you' });
  expect(await tryServer(closed.smtpUrl, from, aManner())).toMatchObject({ trouble: 'connection' });
});

test('a server that takes the call and says nothing is given up after the patience', async () => {
  const silent = createServer(() => undefined);
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', () => resolve()));
  onTestFinished(() => void silent.close());
  const address = silent.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  expect(await tryServer(`smtp://127.0.0.1:${port}`, from, aManner({ patienceMs: 200 }))).toEqual({
    trouble: 'connection',
    reply: 'The server did not answer in time.',
  });
});

test('a server that hangs up or falls silent at MAIL FROM is no trouble of the sender', async () => {
  const server = await aMailServer('hangs up at MAIL');
  expect(await tryServer(server.smtpUrl, from, aManner())).toMatchObject({ trouble: 'connection' });
});
