import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { nudgeKinds } from '#core/planning/nudge-kinds.ts';
import { type LessonForPerson, whoWouldGet } from '#core/planning/who-would-get.ts';
import { recordAnswer } from '#server/answers/record-answer.ts';
import type { Db } from '#server/database/open-database.ts';
import { timesTried, withStore } from '#testing/a-database.ts';
import { aPlanner } from '#testing/a-plan.ts';
import { answerContext, aSentNudge } from '#testing/a-sent-nudge.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { plannableLessons } from './plannable-lessons.ts';
import { readTeams } from './read-teams.ts';
import { readWho } from './read-who.ts';

const now = Date.parse('2026-11-24T07:30:00Z');
const today = '2026-11-24';
const names = ['Mei', 'Jan', 'Ana'];

const mails = fc.uniqueArray(
  fc.record({
    name: fc.constantFrom(...names),
    daysAgo: fc.integer({ min: 3, max: 40 }),
    lessonId: fc.constantFrom('keep-stock', 'know-your-maker', 'second-source', 'write-it-down'),
    // Every lesson of the test's library teaches the first three; the last was withdrawn from it.
    caseId: fc.constantFrom('flood-2011', 'fire-1997', 'storm-2017', 'gone-2001', 'gone-2001', 'gone-2001'),
    kind: fc.constantFrom(...nudgeKinds.filter((kind) => kind !== 'compare')),
    state: fc.constantFrom('accepted', 'accepted', 'cancelled', 'expired'),
    isAnswered: fc.boolean(),
  }),
  { maxLength: 40, size: 'max', selector: ({ name, daysAgo }) => `${name} ${daysAgo}` },
);

type Mail = typeof mails extends fc.Arbitrary<(infer Entry)[]> ? Entry : never;

async function send(db: Db, { name, daysAgo, isAnswered, ...traits }: Mail): Promise<void> {
  const at = now - daysAgo * dayMs;
  const { token } = await aSentNudge(db, name, at, traits);
  const isStep = traits.kind === 'apply' || traits.kind === 'did-you';
  const fields = isStep ? { choice: 'will' } : { choice: 'b', sureness: 'sure' };
  if (isAnswered && traits.state === 'accepted') await recordAnswer(answerContext(db), token, fields, at);
}

const withoutPast = ({ person, ...line }: LessonForPerson) => ({ ...line, personId: person.id });

test('what little is read of the past for one lesson tells the same as all of it', async () => {
  await fc.assert(
    fc.asyncProperty(mails, fc.boolean(), (sent, isAssigned) =>
      withStore(async (db) => {
        const team = await aTeamInStore(db, names, now - 100 * dayMs);
        for (const mail of [...sent].sort((a, b) => b.daysAgo - a.daysAgo)) await send(db, mail);
        const assignment = {
          team_id: team.id,
          module_id: 'first-week',
          due_on: '2026-12-24',
          from_on: '2026-11-01',
          assigned_by: 'trainer@kazehaya.example',
          assigned_at: now,
        };
        if (isAssigned) await db.insertInto('assignment').values(assignment).execute();
        const planner = aPlanner(db);
        const whole = await readTeams(db, planner.catalogue, now);
        for (const lesson of plannableLessons(planner.catalogue)) {
          const lines = await readWho(planner, lesson.id, now);
          const expected = whole
            .flatMap((entry) => whoWouldGet(lesson, entry, today, now, planner.weights))
            .sort((a, b) => b.gain - a.gain || a.person.id - b.person.id);
          expect(lines?.map(withoutPast)).toEqual(expected.map(withoutPast));
        }
      }),
    ),
    { numRuns: timesTried(30) },
  );
});
