import { expect, test } from 'vitest';
import { aMailServer } from '#testing/a-mail-server.ts';
import { operatorSender, sendToOperator, tryOperatorRoute } from './operator-route.ts';

const email = 'op@firm.example';

test.each([
  ['smtp://watch%40firm.example:x@mail.example:587', 'watch@firm.example'],
  ['smtp://watch:x@mail.example:587', email],
  ['smtp://mail.example:25', email],
])('over %s letters come from %s', (smtpUrl, sender) => {
  expect(operatorSender({ email, smtpUrl })).toBe(sender);
});

test('a letter is short and plain, and no answering machine answers it', async () => {
  const relay = await aMailServer();
  const letter = { subject: 'Nodomoto: mail goes again', paragraphs: ['It said: “<b>no</b>”.', 'Nothing to do.'] };
  expect(await sendToOperator({ email, smtpUrl: relay.smtpUrl }, letter, 'a', 0)).toMatchObject({ kind: 'accepted' });
  const [raw = ''] = relay.received;
  expect(raw).toContain('Subject: Nodomoto: mail goes again');
  expect(raw).toContain('From: Nodomoto <op@firm.example>');
  expect(raw).toContain('Auto-Submitted: auto-generated');
  expect(raw).toContain('&lt;b&gt;');
  await expect.poll(() => relay.open()).toBe(0);
});

test('the route is tried by signing in, without a letter', async () => {
  const relay = await aMailServer('accepts', { user: 'watch', pass: 'right' });
  expect(await tryOperatorRoute({ email, smtpUrl: relay.smtpUrl })).toBeNull();
  const wrong = relay.smtpUrl.replace('right', 'wrong');
  expect(await tryOperatorRoute({ email, smtpUrl: wrong })).toMatchObject({ trouble: 'login' });
  expect(relay.received).toEqual([]);
});
