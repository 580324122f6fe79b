import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { leastGapDays, type Pace, paces } from '#core/planning/pace.ts';
import type { Db } from '#server/database/open-database.ts';
import { shelfOf } from '#server/mail/template-shelf.ts';
import { answerKept, keptToken, openKept } from '#server/safeguards/open-kept.ts';
import { addEvent } from '#server/safeguards/safeguard-events.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { aStore, timesTried, withStore } from '#testing/a-database.ts';
import { aPlanner } from '#testing/a-plan.ts';
import { answerContext, keys } from '#testing/a-sent-nudge.ts';
import { aTeamInStore, personIdOf, personRowOf } from '#testing/a-team-in-database.ts';
import { composeAsking } from './compose-asking.ts';
import { mailTurn } from './mail-turn.ts';
import { planDueTeams } from './plan-nudges.ts';
import { sendBlocker } from './send-blocker.ts';

/** The hour before the mail of a Tuesday. */
const tuesday = Date.parse('2026-11-24T07:30:00Z');
const [story] = aCatalogue().cases;
if (!story) throw new Error('The catalogue of tests has no case.');

/** A safeguard of a team that was entered so many days ago. */
async function aSafeguard(db: Db, team: number, owner: string, id: string, daysAgo: number): Promise<void> {
  const at = tuesday - daysAgo * dayMs;
  const day = new Date(at).toISOString().slice(0, 10);
  const row = {
    id,
    team_id: team,
    title: `Stock of ${id}`,
    since: day,
    case_id: story?.id ?? '',
    reason: 'It burned.',
  };
  await db
    .insertInto('safeguard')
    .values({ ...row, owner_id: await personIdOf(db, owner) })
    .execute();
  await addEvent(db, id, { act: 'added', at, day, note: null }, { desk: 'tara@kazehaya.example' });
}

async function aTeamThatKeeps(daysAgo = 360, pace: Pace = 'weekly') {
  const db = await aStore();
  const team = await aTeamInStore(db, ['Ana'], tuesday - 400 * dayMs, pace);
  await db.updateTable('person').set({ welcome_owed: 0 }).execute();
  await aSafeguard(db, team.id, 'Ana', 'chips', daysAgo);
  return { db, team };
}

const mails = (db: Db) => db.selectFrom('message').selectAll().orderBy('id').execute();
const purposes = async (db: Db) => (await mails(db)).map(({ purpose }) => purpose);
const arrive = (db: Db) =>
  db.updateTable('message').set({ state: 'accepted' }).where('state', '=', 'planned').execute();

test('two weeks before a year is over the owner is asked, in place of the question of that day', async () => {
  const { db } = await aTeamThatKeeps(360);
  expect((await planDueTeams(aPlanner(db), tuesday)).flatMap(({ choices }) => choices)).toEqual([]);
  expect(await purposes(db)).toEqual(['safeguard']);
  const early = await aTeamThatKeeps(340);
  await planDueTeams(aPlanner(early.db), tuesday);
  expect(await purposes(early.db)).toEqual(['nudge']);
});

test('the mail comes within the hours and the pace, and the next question keeps its distance from it', async () => {
  const { db } = await aTeamThatKeeps(360);
  for (let day = 0; day < 8; day += 1) {
    await planDueTeams(aPlanner(db), tuesday + day * dayMs);
    await arrive(db);
  }
  const [asking, question, ...more] = await mails(db);
  expect([asking?.purpose, question?.purpose, more]).toEqual(['safeguard', 'nudge', []]);
  expect((question?.due_at ?? 0) - (asking?.due_at ?? 0)).toBe(7 * dayMs);
});

test('it is asked once a year, whether it is answered or let lie; what never arrived is asked again', async () => {
  const { db } = await aTeamThatKeeps(360);
  await planDueTeams(aPlanner(db), tuesday);
  await db.updateTable('message').set({ state: 'failed' }).execute();
  await planDueTeams(aPlanner(db), tuesday + dayMs);
  expect(await purposes(db)).toEqual(['safeguard', 'safeguard']);
  await arrive(db);
  for (let week = 1; week < 12; week += 1) {
    await planDueTeams(aPlanner(db), tuesday + week * 7 * dayMs);
    await arrive(db);
  }
  expect((await purposes(db)).filter((purpose) => purpose === 'safeguard')).toHaveLength(2);
});

test('of several that are due the one due first is asked about, and the others one by one', async () => {
  const { db, team } = await aTeamThatKeeps(355);
  await aSafeguard(db, team.id, 'Ana', 'mill', 364);
  await planDueTeams(aPlanner(db), tuesday);
  await arrive(db);
  await planDueTeams(aPlanner(db), tuesday + 7 * dayMs);
  const asked = await db.selectFrom('safeguard_asking').select('safeguard_id').orderBy('local_date').execute();
  expect(asked.map(({ safeguard_id }) => safeguard_id)).toEqual(['mill', 'chips']);
});

test('whoever paused, left or wants no mail is asked nothing', async () => {
  for (const change of [
    { paused_until: '2026-12-31' },
    { leaves_on: '2026-11-01' },
    { unsubscribed_at: tuesday - dayMs },
  ]) {
    const { db } = await aTeamThatKeeps(360);
    await db.updateTable('person').set(change).execute();
    await planDueTeams(aPlanner(db), tuesday);
    expect(await purposes(db)).toEqual([]);
  }
});

test('the mail says what and why, and leads to a page on which one click answers', async () => {
  const { db } = await aTeamThatKeeps(360);
  await planDueTeams(aPlanner(db), tuesday);
  const [message] = await mails(db);
  if (!message) throw new Error('Nothing was planned.');
  const { context } = { context: answerContext(db) };
  const renderer = { ...context, siteUrl: 'https://nodomoto.example', from: 'Nodomoto <nodomoto@kazehaya.example>' };
  const { raw } = await composeAsking(
    {
      ...renderer,
      templates: shelfOf({}),
      replyTo: null,
      smallestTeam: 5,
      kept: { months: 24, shown: 'done' },
    },
    message,
    tuesday,
  );
  const mail = await simpleParser(Buffer.from(raw));
  expect(mail.subject).toBe('Still kept? Stock of chips');
  expect(mail.text).toContain('It burned.');
  expect(mail.text).toContain(story.title);
  const token = /\/kept\/(\S+)/.exec(mail.text ?? '')?.[1] ?? '';
  const page = await openKept(context, token, tuesday + dayMs);
  if (!page.ok) throw new Error(page.reason);
  expect(page.waiting.map(({ id }) => id)).toEqual(['chips']);
  expect(await answerKept(db, page.person, { id: 'chips', answer: 'not-kept' }, tuesday + dayMs)).toMatchObject({
    fault: 'no-note',
  });
  expect(await answerKept(db, page.person, { id: 'chips', answer: 'kept' }, tuesday + dayMs)).toMatchObject({
    ok: true,
  });
  const after = await openKept(context, token, tuesday + 2 * dayMs);
  expect(after).toMatchObject({ ok: true, waiting: [], others: [{ standing: { checkedOn: '2026-11-25' } }] });
  expect(await db.selectFrom('safeguard_asking').select('answer').execute()).toEqual([{ answer: 'kept' }]);
});

test('nobody answers for what another sees to, and a link of another kind opens nothing', async () => {
  const { db, team } = await aTeamThatKeeps(360);
  await aTeamInStore(db, ['Ana', 'Ben'], tuesday - 400 * dayMs);
  await aSafeguard(db, team.id, 'Ben', 'mill', 364);
  const token = keptToken(keys, await personRowOf(db, 'Ana'), tuesday);
  const page = await openKept(answerContext(db), token, tuesday);
  if (!page.ok) throw new Error(page.reason);
  expect(await answerKept(db, page.person, { id: 'mill', answer: 'kept' }, tuesday)).toBeNull();
  expect(await openKept(answerContext(db), `${token.slice(0, -2)}AA`, tuesday)).toMatchObject({ ok: false });
  expect(await openKept(answerContext(db), token, tuesday + 61 * dayMs)).toEqual({ ok: false, reason: 'expired' });
});

test('what was settled between plan and send is not asked', async () => {
  const { db } = await aTeamThatKeeps(360);
  await planDueTeams(aPlanner(db), tuesday);
  const [message] = await mails(db);
  if (!message) throw new Error('Nothing was planned.');
  expect(await sendBlocker(db, message, tuesday)).toBeNull();
  expect(await mailTurn(db, message, message.due_at)).toEqual({ kind: 'go' });
  await addEvent(db, 'chips', { act: 'kept', at: tuesday + 1, day: '2026-11-24', note: null }, { desk: 'tara' });
  expect(await sendBlocker(db, message, tuesday + 2)).toBe('somebody looked at the safeguard since');
  await db.updateTable('safeguard').set({ owner_id: null }).execute();
  expect(await sendBlocker(db, message, tuesday + 2)).toBe('somebody else sees to the safeguard');
});

test('over any paces and numbers of safeguards: nobody gets more mail than they chose, two in seven days at most', async () => {
  const people = fc.record({ pace: fc.constantFrom(...paces), safeguards: fc.integer({ min: 1, max: 4 }) });
  await fc.assert(
    fc.asyncProperty(people, async ({ pace, safeguards }) =>
      withStore(async (db) => {
        const team = await aTeamInStore(db, ['Ana'], tuesday - 400 * dayMs, pace);
        await db.updateTable('person').set({ welcome_owed: 0 }).execute();
        for (let index = 0; index < safeguards; index += 1)
          await aSafeguard(db, team.id, 'Ana', `s${index}`, 352 + index);
        for (let day = 0; day < 30; day += 1) {
          await planDueTeams(aPlanner(db), tuesday + day * dayMs);
          await arrive(db);
        }
        const days = (await mails(db)).map(({ due_at }) => Math.floor(due_at / dayMs));
        for (const [index, day] of days.entries()) {
          const before = days[index - 1];
          if (before !== undefined) expect(day - before).toBeGreaterThanOrEqual(leastGapDays[pace]);
          const third = days[index - 2];
          if (third !== undefined) expect(day - third).toBeGreaterThanOrEqual(7);
        }
        expect(await purposes(db)).toContain('safeguard');
      }),
    ),
    { numRuns: timesTried(10) },
  );
}, 60_000);
