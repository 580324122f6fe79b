import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { recordAnswer } from '#server/answers/record-answer.ts';
import { suppressionOf } from '#server/outbox/suppression.ts';
import { erasePerson } from '#server/people/erase-person.ts';
import { aStore } from '#testing/a-database.ts';
import { readMessage } from '#testing/a-message.ts';
import { aLeftNudge, aReportContext, bounceAddress, type LeftNudge, realReport } from '#testing/a-report-context.ts';
import { answerContext } from '#testing/a-sent-nudge.ts';
import { aTeamInStore, emailOf } from '#testing/a-team-in-database.ts';
import { receiveReport } from './receive-report.ts';
import { countLongDelays } from './soft-failures.ts';

const now = Date.parse('2026-11-24T08:00:00Z');
const mei = emailOf('Mei');
const nullSender = { from: '', to: null };

/** A team, and what is asked of it in these tests. */
async function aTeam(names: readonly string[] = ['Mei']) {
  const db = await aStore();
  await aTeamInStore(db, names, now);
  const { context, time, logged, loggedText } = aReportContext(db, now);
  const report = (file: string, nudge: LeftNudge, to = mei) =>
    receiveReport(context, realReport(file, { to, token: nudge.reportToken }), nullSender);
  const unsubscribedAt = async (personId: number) =>
    (await db.selectFrom('person').select('unsubscribed_at').where('id', '=', personId).executeTakeFirstOrThrow())
      .unsubscribed_at;
  return { db, context, time, logged, loggedText, report, unsubscribedAt };
}

test('an address that is gone bounces its mail, and gets no other', async () => {
  const { db, report, logged } = await aTeam();
  const nudge = await aLeftNudge(db, 'Mei', now);
  expect(await report('postfix-3.7.11-remote-550', nudge)).toMatchObject({
    kind: 'read',
    verdict: 'hard',
    effect: 'suppressed',
  });
  expect(await readMessage(db, nudge.messageId)).toMatchObject({
    state: 'bounced',
    reply: expect.stringContaining('550 5.1.1'),
  });
  expect(await suppressionOf(db, mei, now)).toMatchObject({ kind: 'hard', until: null });
  const { messageId: message, personId: person } = nudge;
  expect(logged()).toEqual([
    { level: 'info', event: 'report-read', message, person, purpose: 'nudge', verdict: 'hard', effect: 'suppressed' },
  ]);
});

test('the same report twice is one', async () => {
  const { db, report } = await aTeam();
  const nudge = await aLeftNudge(db, 'Mei', now);
  await report('postfix-3.7.11-remote-550', nudge);
  const before = await readMessage(db, nudge.messageId);
  expect(await report('postfix-3.7.11-remote-550', nudge)).toMatchObject({ effect: 'again' });
  expect(await readMessage(db, nudge.messageId)).toEqual(before);
  expect(await db.selectFrom('report').selectAll().execute()).toHaveLength(1);
});

test('the address that the mail went to is blamed, never one that the report names', async () => {
  const { db, report } = await aTeam();
  const nudge = await aLeftNudge(db, 'Mei', now);
  expect(await report('postfix-3.7.11-forwarded-550', nudge, 'stranger@far.example')).toMatchObject({
    effect: 'suppressed',
  });
  expect(await suppressionOf(db, mei, now)).not.toBeNull();
  expect(await suppressionOf(db, 'stranger@far.example', now)).toBeNull();
});

test('a report that names no mail of ours changes nothing and is told of without an address', async () => {
  const { db, context, logged, loggedText } = await aTeam();
  const nudge = await aLeftNudge(db, 'Mei', now);
  const forged = realReport('postfix-3.7.11-remote-550', { to: mei, token: 'f'.repeat(32) });
  expect(await receiveReport(context, forged, nullSender)).toEqual({ kind: 'foreign' });
  expect((await readMessage(db, nudge.messageId)).state).toBe('accepted');
  expect(await suppressionOf(db, mei, now)).toBeNull();
  expect(logged()).toEqual([{ level: 'warn', event: 'report-foreign' }]);
  expect(loggedText()).not.toContain('@');
});

test('a token that is none of ours is not made good by the Message-ID beside it', async () => {
  const { db, context } = await aTeam();
  const nudge = await aLeftNudge(db, 'Mei', now);
  const raw = realReport('postfix-3.7.11-remote-550', { to: mei, token: nudge.reportToken });
  const to = bounceAddress.replace('@', `+${'f'.repeat(32)}@`);
  expect(await receiveReport(context, raw, { from: '', to })).toEqual({ kind: 'foreign' });
});

test('a report that came to another address is found by the Message-ID in what it returns', async () => {
  const { db, context } = await aTeam();
  const nudge = await aLeftNudge(db, 'Mei', now);
  const raw = realReport('exim-4.96-remote-550', { to: mei, token: nudge.reportToken });
  expect(await receiveReport(context, raw, { from: '', to: 'nudge@kazehaya.example' })).toMatchObject({
    verdict: 'hard',
  });
});

test('a mail that its reader answered has arrived, whatever is reported', async () => {
  const { db, report } = await aTeam();
  const nudge = await aLeftNudge(db, 'Mei', now);
  await recordAnswer(answerContext(db), nudge.token, { choice: 'b', sureness: 'sure' }, now + 1000);
  for (const file of ['postfix-3.7.11-remote-550', 'postfix-3.7.11-remote-552-full', 'postfix-3.7.11-delay-450'])
    expect(await report(file, nudge)).toMatchObject({ effect: 'answered' });
  expect((await readMessage(db, nudge.messageId)).state).toBe('accepted');
  expect(await suppressionOf(db, mei, now)).toBeNull();
});

test('a mail that is just being sent is looked at again later', async () => {
  const { db, report } = await aTeam();
  const nudge = await aLeftNudge(db, 'Mei', now);
  await db.updateTable('message').set({ state: 'sending' }).where('id', '=', nudge.messageId).execute();
  expect(await report('postfix-3.7.11-remote-550', nudge)).toEqual({ kind: 'under-way' });
  expect(await db.selectFrom('report').selectAll().execute()).toEqual([]);
});

test('a mail that is queued once more since nobody knew what became of it is told of by its first copy', async () => {
  const { db, report } = await aTeam();
  const nudge = await aLeftNudge(db, 'Mei', now);
  await db.updateTable('message').set({ state: 'queued', unknowns: 1 }).where('id', '=', nudge.messageId).execute();
  expect(await report('postfix-3.7.11-remote-550', nudge)).toMatchObject({ effect: 'suppressed' });
  expect((await readMessage(db, nudge.messageId)).state, 'the send blocker withdraws it').toBe('queued');
});

test('a mail that never left bounces not', async () => {
  const { db, report } = await aTeam();
  const nudge = await aLeftNudge(db, 'Mei', now);
  await db.updateTable('message').set({ state: 'cancelled' }).where('id', '=', nudge.messageId).execute();
  expect(await report('postfix-3.7.11-remote-550', nudge)).toEqual({ kind: 'foreign' });
});

test('a full mailbox is left alone for two weeks after the third mail in a month that came back', async () => {
  const { db, report, time } = await aTeam();
  const effects = [];
  for (const day of [0, 7, 14]) {
    time.now = now + day * dayMs;
    const nudge = await aLeftNudge(db, 'Mei', time.now);
    const outcome = await report('postfix-3.7.11-remote-552-full', nudge);
    effects.push(outcome.kind === 'read' ? outcome.effect : outcome.kind);
    expect((await readMessage(db, nudge.messageId)).state).toBe('bounced');
  }
  expect(effects).toEqual(['bounced', 'bounced', 'suppressed']);
  expect(await suppressionOf(db, mei, time.now)).toMatchObject({ kind: 'soft', until: time.now + 14 * dayMs });
  expect(await suppressionOf(db, mei, time.now + 15 * dayMs)).toBeNull();
});

test('three in more than a month are no reason, nor are three with an answer between', async () => {
  for (const days of [
    [0, 16, 31],
    [0, 7, 14],
  ]) {
    const { db, report, time } = await aTeam();
    for (const day of days) {
      time.now = now + day * dayMs;
      if (day === 14) {
        const answered = await aLeftNudge(db, 'Mei', time.now - dayMs);
        await recordAnswer(answerContext(db), answered.token, { choice: 'b', sureness: 'sure' }, time.now - 1000);
      }
      await report('postfix-3.7.11-remote-552-full', await aLeftNudge(db, 'Mei', time.now));
    }
    expect(await suppressionOf(db, mei, time.now)).toBeNull();
  }
});

test('mail that is not wanted blames no address, and the operator is told', async () => {
  const { db, report, logged } = await aTeam();
  const nudge = await aLeftNudge(db, 'Mei', now);
  expect(await report('postfix-3.7.11-remote-554-policy', nudge)).toMatchObject({
    verdict: 'policy',
    effect: 'bounced',
  });
  expect((await readMessage(db, nudge.messageId)).state).toBe('bounced');
  expect(await suppressionOf(db, mei, now)).toBeNull();
  expect(logged()).toContainEqual(expect.objectContaining({ level: 'error', event: 'mail-refused-by-policy' }));
});

test('a delay changes nothing, and after five days without another word counts as one failure', async () => {
  const { db, report, time } = await aTeam();
  for (const day of [0, 1, 2]) {
    time.now = now + day * dayMs;
    const nudge = await aLeftNudge(db, 'Mei', time.now);
    expect(await report('nullmailer-2.2-expired-450-says-delayed', nudge)).toMatchObject({ effect: 'noted' });
    expect((await readMessage(db, nudge.messageId)).state).toBe('accepted');
  }
  expect(await countLongDelays(db, now + 4 * dayMs)).toBe(0);
  expect(await countLongDelays(db, now + 8 * dayMs)).toBe(3);
  expect(await countLongDelays(db, now + 9 * dayMs), 'each once').toBe(0);
  expect(await suppressionOf(db, mei, now + 8 * dayMs)).toMatchObject({ kind: 'soft' });
});

test.each([
  ['it went on after all', 'postfix-3.7.11-success-relayed'],
  ['it came back', 'postfix-3.7.11-remote-552-full'],
])('a delay counts for nothing more once %s', async (_, next) => {
  const { db, report } = await aTeam();
  const nudge = await aLeftNudge(db, 'Mei', now);
  await report('postfix-3.7.11-delay-450', nudge);
  await report(next, nudge);
  expect(await countLongDelays(db, now + 8 * dayMs)).toBe(0);
});

test('a delay counts for nothing once its reader answered', async () => {
  const { db, report } = await aTeam();
  const nudge = await aLeftNudge(db, 'Mei', now);
  await report('postfix-3.7.11-delay-450', nudge);
  await recordAnswer(answerContext(db), nudge.token, { choice: 'b', sureness: 'sure' }, now + 1000);
  expect(await countLongDelays(db, now + 8 * dayMs)).toBe(0);
});

test('a reader whose own rules refuse our mail has unsubscribed, and what waits for them is withdrawn', async () => {
  const { db, report, unsubscribedAt } = await aTeam();
  const nudge = await aLeftNudge(db, 'Mei', now);
  const waiting = await aLeftNudge(db, 'Mei', now + dayMs);
  await db.updateTable('message').set({ state: 'planned' }).where('id', '=', waiting.messageId).execute();
  expect(await report('pigeonhole-0.5.19-sieve-reject-mdn', nudge)).toMatchObject({
    verdict: 'refusal',
    effect: 'unsubscribed',
  });
  expect(await unsubscribedAt(nudge.personId)).toBe(now);
  expect((await readMessage(db, nudge.messageId)).state).toBe('bounced');
  expect((await readMessage(db, waiting.messageId)).state).toBe('cancelled');
});

/** A complaint as RFC 5965 has it, for one of our mails. */
function complaint(token: string): Buffer {
  const part = (type: string, text: string) => `--b\r\nContent-Type: ${type}\r\n\r\n${text}\r\n`;
  return Buffer.from(
    `From: abuse@mailbox.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\r\n\r\n${part('text/plain', 'Spam.')}${part('message/feedback-report', 'Feedback-Type: abuse')}${part('text/rfc822-headers', `Message-ID: <${token}.g1@kazehaya.example>`)}--b--\r\n`,
  );
}

test('a complaint unsubscribes its reader, though they had answered', async () => {
  const { db, context, unsubscribedAt } = await aTeam();
  const nudge = await aLeftNudge(db, 'Mei', now);
  await recordAnswer(answerContext(db), nudge.token, { choice: 'b', sureness: 'sure' }, now + 1000);
  const outcome = await receiveReport(context, complaint(nudge.reportToken), {
    from: 'abuse@mailbox.example',
    to: null,
  });
  expect(outcome).toMatchObject({ verdict: 'complaint', effect: 'unsubscribed' });
  expect(await unsubscribedAt(nudge.personId)).toBe(now);
  expect((await readMessage(db, nudge.messageId)).state).toBe('complained');
});

test.each(['pigeonhole-0.5.19-vacation', 'procmail-3.22-reply-to-full-headers', 'vacation-3.3.3-reply'])(
  '%s tells that somebody is away, and changes nothing',
  async (file) => {
    const { db, context } = await aTeam();
    const nudge = await aLeftNudge(db, 'Mei', now);
    const from = file.startsWith('pigeonhole') ? '' : mei;
    const raw = realReport(file, { to: mei, token: nudge.reportToken });
    expect(await receiveReport(context, raw, { from, to: null })).toEqual({ kind: 'auto-reply' });
    expect((await readMessage(db, nudge.messageId)).state).toBe('accepted');
  },
);

test('a server that reports everybody gone is not believed, and nobody loses mail by it', async () => {
  const { db, report, time, logged } = await aTeam(Array.from({ length: 40 }, (_, at) => `P${at}`));
  const names = Array.from({ length: 40 }, (_, at) => `P${at}`);
  const nudges = await Promise.all(names.map((name) => aLeftNudge(db, name, now)));
  time.now = now + 60_000;
  for (const [at, nudge] of nudges.entries()) {
    await report('postfix-3.7.11-remote-550', nudge, emailOf(`P${at}`));
    time.now += 1000;
  }
  for (const name of names) expect(await suppressionOf(db, emailOf(name), time.now), name).toBeNull();
  expect(logged()).toContainEqual(expect.objectContaining({ event: 'reports-not-believed' }));
});

test('of whom it is said again on another day is believed to be gone', async () => {
  const names = Array.from({ length: 40 }, (_, at) => `P${at}`);
  const { db, report, time } = await aTeam(names);
  for (const day of [0, 7]) {
    const nudges = await Promise.all(names.map((name) => aLeftNudge(db, name, now + day * dayMs)));
    time.now = now + day * dayMs + 60_000;
    for (const [at, nudge] of nudges.slice(0, 4).entries())
      await report('postfix-3.7.11-remote-550', nudge, emailOf(`P${at}`));
    expect(
      (await Promise.all([0, 1, 2, 3].map((at) => suppressionOf(db, emailOf(`P${at}`), time.now)))).filter(Boolean),
    ).toHaveLength(day === 0 ? 0 : 4);
  }
});

test('whoever is erased takes what was reported along', async () => {
  const { db, report } = await aTeam();
  await report('postfix-3.7.11-remote-550', await aLeftNudge(db, 'Mei', now));
  await erasePerson(db, mei, now);
  expect(await db.selectFrom('report').selectAll().execute()).toEqual([]);
});

test('what cannot be judged is left for somebody to read', async () => {
  const { db, context, logged } = await aTeam();
  const nudge = await aLeftNudge(db, 'Mei', now);
  const to = bounceAddress.replace('@', `+${nudge.reportToken}@`);
  const raw = Buffer.from('From: MAILER-DAEMON <>\r\nSubject: hm\r\n\r\nSomething went wrong.\r\n');
  expect(await receiveReport(context, raw, { from: '', to })).toEqual({ kind: 'unreadable' });
  expect(logged()).toMatchObject([{ event: 'report-unreadable', message: nudge.messageId }]);
});
