import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import type { NudgeKind } from '#core/planning/nudge-kinds.ts';
import { recordAnswer } from '#server/answers/record-answer.ts';
import { recordReading } from '#server/answers/record-reading.ts';
import { aStore } from '#testing/a-database.ts';
import { answerContext, aSentNudge } from '#testing/a-sent-nudge.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { doneOutcome, mailOutcome } from './mail-words.ts';
import { recentMail } from './recent-mail.ts';

const now = Date.parse('2026-11-24T08:30:00Z');

/** What the desk says of a nudge of one kind to which this was posted. */
async function outcomeOf(kind: NudgeKind, fields: Record<string, string> | 'read' | null, say = mailOutcome) {
  const db = await aStore();
  await aTeamInStore(db, ['Mei'], now);
  const { token } = await aSentNudge(db, 'Mei', now, { kind });
  if (fields === 'read') await recordReading(answerContext(db), token, now + dayMs);
  else if (fields) await recordAnswer(answerContext(db), token, fields, now + dayMs);
  const [line] = await recentMail(db, { teams: 'house', most: 1, which: 'all' });
  if (!line) throw new Error('The desk shows no mail.');
  return say(line, 'en');
}

test.each([
  ['case', { choice: 'b', sureness: 'sure' }, { text: 'Right, sure', tone: 'good' }],
  ['recall', { choice: 'a', sureness: 'guess' }, { text: 'Another answer, guessed', tone: 'bad' }],
  ['case', 'read', { text: 'Read it, no answer yet', tone: 'plain' }],
  ['recall', null, { text: 'Sent, no answer yet', tone: 'plain' }],
  ['compare', { choice: 'saw' }, { text: 'Saw it', tone: 'good' }],
  ['compare', { choice: 'partly' }, { text: 'Saw it in part', tone: 'plain' }],
  ['compare', { choice: 'missed' }, { text: 'Missed it', tone: 'bad' }],
  ['apply', { choice: 'done' }, { text: 'Did it', tone: 'good' }],
  ['apply', { choice: 'will' }, { text: 'Will do it', tone: 'plain' }],
  ['did-you', { choice: 'cannot' }, { text: 'Cannot do it', tone: 'plain' }],
] as const)('of a nudge of the kind %s answered with %j the desk says %j', async (kind, fields, outcome) => {
  expect(await outcomeOf(kind, fields)).toEqual(outcome);
});

test.each([
  ['accepted', 'Sent, no answer yet', 'plain'],
  ['bounced', 'Came back: 550 5.1.1 no', 'bad'],
  ['complained', 'Called spam by its reader', 'bad'],
  ['held', 'Perhaps arrived; the server never said', 'bad'],
] as const)('of a mail that is %s the desk says "%s", and of none that it was delivered', async (state, text, tone) => {
  const db = await aStore();
  await aTeamInStore(db, ['Mei'], now);
  const { messageId } = await aSentNudge(db, 'Mei', now, { state });
  await db.updateTable('message').set({ reply: '550 5.1.1 no' }).where('id', '=', messageId).execute();
  const [line] = await recentMail(db, { teams: 'house', most: 1, which: 'all' });
  if (!line) throw new Error('The desk shows no mail.');
  expect(mailOutcome(line, 'en')).toEqual({ text, tone });
});

test.each([
  ['case', { choice: 'b', sureness: 'sure' }],
  ['recall', { choice: 'a', sureness: 'guess' }],
  ['compare', { choice: 'missed' }],
  ['apply', { choice: 'cannot' }],
] as const)(
  'without results by name a nudge of the kind %s answered with %j was answered, and no more',
  async (kind, fields) => {
    expect(await outcomeOf(kind, fields, doneOutcome)).toEqual({ text: 'Answered', tone: 'plain' });
  },
);

test.each([
  ['cancelled', 'paused until 2026-12-24', 'Not sent'],
  ['cancelled', 'unsubscribed', 'Not sent'],
  ['cancelled', 'not relevant to this person', 'Not sent'],
  ['cancelled', 'the address is suppressed: spam', 'Not sent'],
  ['cancelled', 'the assignment was withdrawn', 'Not sent: the assignment was withdrawn'],
  ['complained', 'abuse', 'Sent, no answer yet'],
  ['bounced', '550 5.1.1 no', 'Came back: 550 5.1.1 no'],
] as const)(
  'without results by name a mail that is %s with “%s” is told as “%s”: a wish is its reader’s own',
  async (state, reply, text) => {
    const db = await aStore();
    await aTeamInStore(db, ['Mei'], now);
    const { messageId } = await aSentNudge(db, 'Mei', now, { state });
    await db.updateTable('message').set({ reply }).where('id', '=', messageId).execute();
    const [line] = await recentMail(db, { teams: 'house', most: 1, which: 'all' });
    if (!line) throw new Error('The desk shows no mail.');
    expect(doneOutcome(line, 'en').text).toBe(text);
  },
);

test('that somebody read it, put it off or called it not relevant is theirs too', async () => {
  expect(await outcomeOf('case', 'read', doneOutcome)).toEqual({ text: 'Sent, no answer yet', tone: 'plain' });
});
