import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSmtpTransport } from '#server/mail/transport.ts';
import { aLog } from '#testing/a-log.ts';
import { aManner } from '#testing/a-manner.ts';
import { openMailCatcher } from './mail-catcher.ts';

const envelope = { from: 'nudge@nodomoto.example', to: 'mei@kazehaya.example' };
const mail = new TextEncoder().encode('Subject: stock\r\n\r\nhello\r\n');

test('a mail that cannot be kept is refused for now and told of, and the next one is kept', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nodomoto-catcher-'));
  const inbox = join(folder, 'inbox');
  const { log, lines } = aLog();
  const catcher = await openMailCatcher(inbox, log);
  const transport = openSmtpTransport(catcher.smtpUrl, aManner());
  onTestFinished(async () => {
    transport.close();
    await catcher.close();
    rmSync(folder, { recursive: true, force: true });
  });
  rmSync(inbox, { recursive: true });
  expect(await transport.deliver(envelope, mail)).toMatchObject({ kind: 'deferred' });
  expect(lines()).toMatchObject([
    { level: 'error', event: 'inbox-failed', err: { message: expect.stringMatching(/ENOENT/) } },
  ]);
  await openMailCatcher(inbox, log).then((other) => other.close());
  expect(await transport.deliver(envelope, mail)).toMatchObject({ kind: 'accepted' });
  expect(await catcher.list()).toMatchObject([{ subject: 'stock' }]);
});
