import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { unsubscribe } from '#server/answers/subscription.ts';
import { signToken } from '#server/answers/token.ts';
import { shelfOf } from '#server/mail/template-shelf.ts';
import { importCsv } from '#server/people/import-csv.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { readMessage } from '#testing/a-message.ts';
import { aPlanner } from '#testing/a-plan.ts';
import { answerContext, aSentNudge, keys } from '#testing/a-sent-nudge.ts';
import { aTeamInStore, emailOf, personIdOf, personRowOf } from '#testing/a-team-in-database.ts';
import { composeWelcome } from './compose-welcome.ts';
import { mailTurn } from './mail-turn.ts';
import { readNewcomers } from './newcomers.ts';
import { planDueTeams, previewPlan } from './plan-nudges.ts';
import { takeBackPlansAhead } from './plans-ahead.ts';

/** The hour before the mail of a Tuesday. */
const tuesday = Date.parse('2026-11-24T07:30:00Z');
const mailHour = 3_600_000;

/** A team that a list brought in just now. */
async function aNewTeam(names: readonly string[]) {
  const db = await aStore();
  await aTeamInStore(db, names, tuesday - dayMs);
  const planner = { ...aPlanner(db), newcomers: readNewcomers };
  const mails = async (purpose: 'welcome' | 'nudge') =>
    db.selectFrom('message').selectAll().where('purpose', '=', purpose).orderBy('id').execute();
  const arrive = () => db.updateTable('message').set({ state: 'accepted' }).where('state', '=', 'planned').execute();
  return { db, planner, mails, arrive, plan: (now: number) => planDueTeams(planner, now) };
}

const asked = (plans: { choices: readonly unknown[] }[]) => plans.flatMap(({ choices }) => choices).length;

test('a newcomer is welcomed on one morning, and asked on the next working day at the earliest', async () => {
  const { plan, planner, mails, arrive } = await aNewTeam(['Ana']);
  expect(asked(await previewPlan(planner, tuesday))).toBe(0);
  expect(asked(await plan(tuesday))).toBe(0);
  expect(await mails('welcome')).toMatchObject([
    { address: emailOf('Ana'), due_at: tuesday + mailHour, state: 'planned' },
  ]);
  await arrive();
  expect(asked(await plan(tuesday + dayMs))).toBe(1);
  expect(await mails('welcome'), 'once').toHaveLength(1);
});

test('nobody is asked while their welcome is on its way, and whoever it did not reach is asked all the same', async () => {
  const { db, plan, mails } = await aNewTeam(['Ana']);
  await plan(tuesday);
  expect(asked(await plan(tuesday + dayMs))).toBe(0);
  await db.updateTable('message').set({ state: 'expired' }).execute();
  expect(asked(await plan(tuesday + 2 * dayMs))).toBe(1);
  expect(await mails('welcome'), 'and is not welcomed twice').toHaveLength(1);
});

test('whoever had mail from us before is asked at once', async () => {
  const { db, plan, mails } = await aNewTeam(['Ana']);
  await aSentNudge(db, 'Ana', tuesday - 30 * dayMs);
  expect(asked(await plan(tuesday))).toBe(1);
  expect(await mails('welcome')).toEqual([]);
});

test('a large team is welcomed over a week, as many a day as it would be asked, and asked beside that', async () => {
  const { plan, mails, arrive } = await aNewTeam(Array.from({ length: 20 }, (_, index) => `P${index}`));
  const days: [welcomed: number, asked: number][] = [];
  for (const ahead of [0, 1, 2, 3, 6, 7]) {
    const before = (await mails('welcome')).length;
    const questions = asked(await plan(tuesday + ahead * dayMs));
    days.push([(await mails('welcome')).length - before, questions]);
    await arrive();
  }
  expect(days.map(([welcomed]) => welcomed)).toEqual([4, 4, 4, 4, 4, 0]);
  expect(days[0]).toEqual([4, 0]);
  expect(days.slice(1).every(([, questions]) => questions > 0)).toBe(true);
});

test('who opts out in the welcome is never asked', async () => {
  const { db, plan, mails, arrive } = await aNewTeam(['Ana']);
  await plan(tuesday);
  await arrive();
  const token = signToken(keys, 'unsubscribe', await personRowOf(db, 'Ana'), tuesday + 90 * dayMs);
  await unsubscribe(answerContext(db), token, tuesday + 2 * mailHour);
  for (const ahead of [1, 2, 7, 30]) await plan(tuesday + ahead * dayMs);
  expect(await mails('nudge')).toEqual([]);
});

test('the welcome keeps the hours of its reader, also those that they choose before it leaves', async () => {
  const { db, plan, mails } = await aNewTeam(['Ana']);
  await plan(tuesday);
  const [welcome] = await mails('welcome');
  if (!welcome) throw new Error('no welcome was written');
  expect(await mailTurn(db, welcome, tuesday)).toEqual({ kind: 'wait', until: tuesday + mailHour });
  expect(await mailTurn(db, welcome, tuesday + mailHour)).toEqual({ kind: 'go' });
  await db.updateTable('person').set({ mail_hours: '14:00-18:00' }).execute();
  const evening = Date.parse('2026-11-24T20:00:00Z');
  expect(await mailTurn(db, welcome, evening)).toEqual({ kind: 'wait', until: Date.parse('2026-11-25T14:00:00Z') });
  const { welcomed_on } = await db.selectFrom('person').selectAll().executeTakeFirstOrThrow();
  expect(welcomed_on, 'so that nothing is asked on that day').toBe('2026-11-25');
});

test('a list that comes again welcomes nobody again; a welcome of a clock that was ahead is owed again', async () => {
  const { db, plan, mails, arrive } = await aNewTeam(['Ana']);
  await plan(tuesday + 56 * dayMs);
  await db
    .updateTable('message')
    .set({ created_at: tuesday + 56 * dayMs })
    .execute();
  await takeBackPlansAhead(db, tuesday);
  await plan(tuesday);
  expect((await mails('welcome')).map(({ state }) => state)).toEqual(['cancelled', 'planned']);
  await arrive();
  const text = `team,name,email,role,zone\nMotors,Ana Lima,${emailOf('Ana')},planner,Etc/UTC`;
  await importCsv(db, { text, vocabulary: aCatalogue().vocabulary, now: tuesday, dryRun: false, prune: false });
  expect(await db.selectFrom('person').select(['name', 'welcome_owed']).execute()).toEqual([
    { name: 'Ana Lima', welcome_owed: 0 },
  ]);
});

test.each(['en', 'ja'] as const)(
  'the welcome says in %s who sees what, and leads to days and hours and to the way out',
  async (language) => {
    const { db, plan, mails } = await aNewTeam(['Ana']);
    await db.updateTable('person').set({ language }).execute();
    await plan(tuesday);
    const [welcome] = await mails('welcome');
    if (!welcome) throw new Error('no welcome was written');
    const renderer = {
      ...{
        db,
        library: { en: aCatalogue(), ja: aCatalogue() },
        templates: shelfOf({}),
        keys,
        siteUrl: 'https://nodomoto.example',
      },
      ...{ from: 'Nodomoto <nudge@nodomoto.example>', replyTo: 'tara@kazehaya.example', smallestTeam: 5 },
      kept: { months: 24, shown: 'done' } as const,
    };
    const { raw } = await composeWelcome(renderer, welcome, tuesday);
    const mail = await simpleParser(Buffer.from(raw));
    const { key } = await db
      .selectFrom('person')
      .select('key')
      .where('id', '=', await personIdOf(db, 'Ana'))
      .executeTakeFirstOrThrow();
    expect(mail.text).toMatch(/nodomoto\.example\/me\/\S+#hours/);
    expect(mail.text).toMatch(/nodomoto\.example\/u\/\S+/);
    expect(mail.text?.replace(/\s+/g, '')).toContain(
      language === 'en' ? 'Trainersseewhetheryouanswered,notwhat.' : '内容は見えません',
    );
    expect(mail.replyTo?.value[0]?.address).toBe('tara@kazehaya.example');
    expect(mail.headers.get('list')).toMatchObject({ 'unsubscribe-post': { name: 'List-Unsubscribe=One-Click' } });
    expect(mail.text).not.toContain(key);
    expect((await readMessage(db, welcome.id)).person_id).toBe(await personIdOf(db, 'Ana'));
  },
);
