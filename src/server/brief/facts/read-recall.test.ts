import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { laterAnswers } from '#core/results/later-recall.ts';
import type { Db } from '#server/database/open-database.ts';
import { readMeetings } from '#server/results/read-meetings.ts';
import { aStore } from '#testing/a-database.ts';
import { aSentNudge } from '#testing/a-sent-nudge.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { countLaterAnswers } from './read-recall.ts';
import type { CountedTeams } from './read-team-sizes.ts';

const now = Date.parse('2026-11-30T12:00:00Z');
const span = { from: now - 40 * dayMs, until: now + 1 };

/** Days ago lie so near each other that several fall on one instant, on the span's ends and on two weeks. */
const aMail = fc.record({
  name: fc.constantFrom('Ada', 'Ben'),
  lessonId: fc.constantFrom('keep-stock', 'second-source'),
  kind: fc.constantFrom('case', 'recall', 'did-you'),
  daysAgo: fc.constantFrom(0, 13, 14, 15, 27, 28, 40, 41, 55),
  answers: fc.array(fc.record({ right: fc.boolean(), later: fc.constantFrom(0, 14) }), { maxLength: 2 }),
  isRead: fc.boolean(),
});

type Mail = typeof aMail extends fc.Arbitrary<infer Drawn> ? Drawn : never;

/** Nobody has two mails on a day. */
const mailsOfDays = fc.uniqueArray(aMail, { maxLength: 9, selector: ({ name, daysAgo }) => `${name} ${daysAgo}` });

const ofAda = { name: 'Ada', lessonId: 'keep-stock', kind: 'recall', isRead: false } as const;

/** Two mails answered at one instant: the answer given first is the late one, whichever mail came first. */
const twoAtOnce: Mail[] = [
  { ...ofAda, daysAgo: 40, answers: [{ right: true, later: 0 }] },
  { ...ofAda, daysAgo: 14, answers: [{ right: true, later: 14 }] },
  { ...ofAda, daysAgo: 0, answers: [{ right: false, later: 0 }] },
];

test('the store counts answers that came two weeks after a meeting as the rule does that looks at every one', async () => {
  const db = await aStore();
  const team = await aTeamInStore(db, ['Ada', 'Ben'], now - 100 * dayMs);
  const teams: CountedTeams = { alone: new Map(), together: [team.id], ids: [team.id], tooSmall: 0 };
  await fc.assert(
    fc.asyncProperty(mailsOfDays, async (mails) => {
      await withMails(db, mails);
      const later = laterAnswers(await readMeetings(db, { teamId: team.id })).filter(
        ({ at }) => at >= span.from && at < span.until,
      );
      expect(await countLaterAnswers(db, teams, span)).toEqual({
        asked: later.length,
        recalled: later.filter(({ right }) => right).length,
        people: new Set(later.map(({ personId }) => personId)).size,
      });
    }),
    { numRuns: 60, examples: [[twoAtOnce]] },
  );
});

/** Exactly these mails, and what came of each. */
async function withMails(db: Db, mails: readonly Mail[]): Promise<void> {
  for (const table of ['answer', 'reading', 'nudge', 'message'] as const) await db.deleteFrom(table).execute();
  for (const { name, lessonId, kind, daysAgo, answers, isRead } of mails) {
    const at = now - daysAgo * dayMs;
    const { nudgeId } = await aSentNudge(db, name, at, { lessonId, kind });
    if (isRead) await db.insertInto('reading').values({ nudge_id: nudgeId, read_at: at }).execute();
    for (const { right, later } of answers) {
      const answered = { nudge_id: nudgeId, choice: 'a', sureness: 'sure', answered_at: at + later * dayMs } as const;
      await db
        .insertInto('answer')
        .values({ ...answered, right: right ? 1 : 0 })
        .execute();
    }
  }
}
