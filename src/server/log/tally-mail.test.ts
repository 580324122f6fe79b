import { expect, test } from 'vitest';
import { aLog } from '#testing/a-log.ts';
import { tallyMail } from './tally-mail.ts';

const attempt = { message: 1, person: 2, purpose: 'nudge', attempt: 1 } as const;

test('every outcome of a mail is counted by its reason, and its line is written as before', () => {
  const { log: inner, lines } = aLog();
  const { log, tally } = tallyMail(inner);
  const before = tally();
  log.tell('message-accepted', attempt);
  log.tell('message-deferred', { ...attempt, trouble: 'login', reply: '535 no' });
  log.tell('message-deferred', { ...attempt, trouble: null, reply: '451 later' });
  log.tell('message-deferred', { ...attempt, trouble: null, reply: '451 later' });
  log.tell('message-refused', { ...attempt, refused: 'recipient', reply: '550 5.1.1 no' });
  log.tell('message-unknown', { ...attempt, reply: 'it fell silent' });
  log.tell('message-cancelled', { ...attempt, why: 'unsubscribed' });
  expect(tally()).toEqual({
    accepted: 1,
    unknown: 1,
    deferred: { ...before.deferred, login: 1, itself: 2 },
    failed: { recipient: 1, message: 0 },
  });
  expect(before).toMatchObject({ accepted: 0, unknown: 0 });
  expect(lines().map(({ event }) => event)).toHaveLength(7);
});
