import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { aStore } from '#testing/a-database.ts';
import { answerContext, aSentNudge } from '#testing/a-sent-nudge.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { nextMeetingFor } from './next-meeting.ts';
import { openNudge } from './open-nudge.ts';
import { recordAnswer } from './record-answer.ts';

const now = Date.parse('2026-11-24T08:30:00Z');

test('the day on which a lesson comes again is ahead until it is there, and then has passed', async () => {
  const db = await aStore();
  await aTeamInStore(db, ['Mei', 'Jan'], now);
  const context = answerContext(db);
  const { token } = await aSentNudge(db, 'Mei', now);
  const opened = async (at: number) => {
    const lookup = await openNudge(context, token, at);
    return lookup.ok ? nextMeetingFor(context, lookup.found, at) : null;
  };
  expect(await opened(now), 'before the first answer').toBeNull();
  await recordAnswer(context, token, { choice: 'a', sureness: 'sure' }, now);
  const first = await opened(now);
  expect(first?.isAhead).toBe(true);
  const thatDay = Date.parse(`${first?.on}T12:00:00Z`);
  expect(await opened(thatDay - dayMs)).toEqual({ on: first?.on, isAhead: true });
  expect(await opened(thatDay)).toEqual({ on: first?.on, isAhead: false });
  expect(await opened(thatDay + 3 * dayMs)).toEqual({ on: first?.on, isAhead: false });
});
