import { expect, test } from 'vitest';
import { aMessage, hourMs } from '#testing/a-message.ts';
import { aSender, start } from '#testing/a-sender.ts';
import { aSignedInTrainer } from '#testing/a-signed-in-trainer.ts';
import { claimOne } from './claims.ts';
import { liftPause, type MailPause, pauseMail, readPause } from './mail-pause.ts';
import { releaseDue } from './outbox.ts';
import { sendDue } from './send-due.ts';

const pause: MailPause = { why: 'restored', since: start, madeAt: null, before: [] };

test('while mail is paused no nudge leaves, whatever state it was copied in, and a letter that is asked for does', async () => {
  const { db, server, sender, time, state } = await aSender();
  const [planned, queued, claimed, deferred] = [
    await aMessage(db, start),
    await aMessage(db, start),
    await aMessage(db, start),
    await aMessage(db, start),
  ];
  await releaseDue(db, start);
  await claimOne(db, 'gone', start, claimed);
  await db.updateTable('message').set({ state: 'planned' }).where('id', '=', planned).execute();
  await db.updateTable('message').set({ state: 'deferred' }).where('id', '=', deferred).execute();
  await pauseMail(db, pause);
  const letter = await aMessage(db, start, {
    purpose: 'sign-in',
    address: 'trainer@kazehaya.example',
    letter: '{}',
    expires_at: start + hourMs,
  });
  expect(await sendDue(sender)).toMatchObject({ accepted: 1 });
  time.now += hourMs;
  expect(await sendDue(sender)).toMatchObject({ accepted: 0 });
  expect(server.received).toHaveLength(1);
  expect(await state(letter)).toBe('accepted');
  expect(await Promise.all([planned, queued, claimed, deferred].map(state))).toEqual([
    'planned',
    'planned',
    'planned',
    'deferred',
  ]);
  await liftPause(db);
  expect(await sendDue(sender)).toMatchObject({ accepted: 4 });
});

test('a letter that was put off while mail is paused is tried again', async () => {
  const { db, server, sender, time, state } = await aSender();
  await pauseMail(db, pause);
  const letter = await aMessage(db, start, { purpose: 'sign-in', letter: '{}' });
  await db.updateTable('message').set({ state: 'deferred' }).where('id', '=', letter).execute();
  time.now += hourMs;
  await sendDue(sender);
  expect(await state(letter)).toBe('accepted');
  expect(server.received).toHaveLength(1);
});

test('a mail that was under way when the store was copied is left as it is until it is resumed', async () => {
  const { db, server, sender, time, state } = await aSender();
  const id = await aMessage(db, start);
  await db.updateTable('message').set({ state: 'sending', lease_until: start }).where('id', '=', id).execute();
  await pauseMail(db, pause);
  time.now += hourMs;
  await sendDue(sender);
  expect(await state(id)).toBe('sending');
  expect(server.received).toEqual([]);
});

test('a copy signs everybody out and opens the desk to no earlier link: it does not know which were used since', async () => {
  const { db } = await aSender();
  await aSignedInTrainer(db, 'trainer@kazehaya.example', start);
  await pauseMail(db, pause);
  expect(await db.selectFrom('session').selectAll().execute()).toEqual([]);
  expect(await db.selectFrom('sign_in').selectAll().execute()).toEqual([]);
  expect(await db.selectFrom('message').select(['state', 'letter']).execute()).toEqual([
    { state: 'cancelled', letter: null },
  ]);
});

test('why mail is paused is kept until it is lifted', async () => {
  const { db } = await aSender();
  expect(await readPause(db)).toBeNull();
  await pauseMail(db, pause);
  expect(await readPause(db)).toEqual(pause);
  await liftPause(db);
  expect(await readPause(db)).toBeNull();
});
