import { expect, it } from 'vitest';
import { tick } from '#server/scheduler/scheduler.ts';
import { aMailServer } from '#testing/a-mail-server.ts';
import { aMessage } from '#testing/a-message.ts';
import { aRunningApp } from '#testing/a-running-app.ts';

it('an outage met by a minute’s work is told to the operator over the other mail server', async () => {
  const now = Date.parse('2026-11-24T08:00:00Z');
  const relay = await aMailServer();
  const { app, close } = await aRunningApp(() => now, {
    // Nobody listens at port 1.
    SMTP_URL: 'smtp://127.0.0.1:1',
    OPERATOR_EMAIL: 'op@firm.example',
    OPERATOR_SMTP_URL: relay.smtpUrl,
    SMTP_PER_MINUTE: '6000',
  });
  const letter = JSON.stringify({ subject: 'Your link', text: 'a link', html: '<p>a link</p>' });
  await aMessage(app.store.db, now, { purpose: 'sign-in', letter });
  await tick(app);
  await tick(app);
  await close();
  expect(relay.received).toHaveLength(1);
  expect(relay.received[0]).toContain('Subject: Nodomoto: no mail goes out (connection)');
  expect(relay.received[0]).toContain('1 mail waits');
});
