import type { ParsedMail } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findQuestion } from '#catalogue/catalogue.ts';
import { choiceLetter, isRight } from '#catalogue/schema/question.ts';
import type { AppContext } from '#server/app-context.ts';
import { planDueTeams, previewPlan } from '#server/nudges/plan-nudges.ts';
import { importCsv } from '#server/people/import-csv.ts';
import { aRunningApp, type RunningApp } from '#testing/a-running-app.ts';

/** A Tuesday, 08:00 in Tokyo: half an hour before the team's mail. */
const tuesday = Date.parse('2026-11-23T23:00:00Z');
const dayMs = 86_400_000;

const people = `team,name,email,role,zone,sector
Brakes,Ada Kon,ada@works.example,buyer,Asia/Tokyo,motor
Brakes,Ben Ito,ben@works.example,planner,Asia/Tokyo,motor`;
const exposures = `team,item,input,origin,share,suppliers,stock_days,recovery_days,alternative
Brakes,Valves,brake-valves,JP,99%,1,2,30,none`;

let open: RunningApp;
let app: AppContext;
let now = tuesday;
let received: ParsedMail[];

beforeAll(async () => {
  open = await aRunningApp(() => now);
  ({ app, received } = open);
  for (const text of [people, exposures]) {
    const outcome = await importCsv(app.store.db, {
      text,
      vocabulary: app.catalogue.vocabulary,
      now,
      dryRun: false,
      prune: false,
    });
    expect(outcome.ok).toBe(true);
  }
});

afterAll(async () => {
  await open.close();
});

/** The mail's answer address, and the right letter for the question it asks. */
async function rightAnswer(mail: ParsedMail): Promise<{ link: string; letter: string; lesson: string }> {
  const link = /http\S+\/n\/[^?\s]+/.exec(mail.text ?? '')?.[0] ?? '';
  const address = Array.isArray(mail.to) ? '' : (mail.to?.value[0]?.address ?? '');
  const row = await app.store.db
    .selectFrom('nudge')
    .innerJoin('person', 'person.id', 'nudge.person_id')
    .select('nudge.question_id')
    .where('person.email', '=', address)
    .executeTakeFirstOrThrow();
  const question = findQuestion(app.catalogue, row.question_id);
  return { link, letter: choiceLetter(question.choices.findIndex(isRight)), lesson: question.lesson };
}

describe('the loop over a real mail server', () => {
  it('welcomes a newcomer first, and asks nothing that day', async () => {
    expect((await planDueTeams(app.planner, now)).flatMap((plan) => plan.choices)).toEqual([]);
    now += 3_600_000;
    expect(await app.sendDue()).toMatchObject({ accepted: 1 });
    const [welcome] = received.splice(0);
    expect(welcome?.text).toMatch(/\/me\/\S+#hours/);
    expect(welcome?.text).not.toMatch(/\/n\//);
    now += dayMs - 3_600_000;
  });

  it('plans a morning, sends it, takes an answer from the mail, and plans differently afterwards', async () => {
    const plans = await planDueTeams(app.planner, now);
    expect(plans.flatMap((plan) => plan.choices)).toHaveLength(1);
    expect(await planDueTeams(app.planner, now), 'planning twice plans once').toEqual([]);
    now += 3_600_000;
    expect(await app.sendDue(), 'the question, and a colleague’s welcome').toMatchObject({ accepted: 2 });
    expect(await app.sendDue(), 'sending twice sends once').toMatchObject({ accepted: 0 });
    const mail = received.find(({ text }) => text?.includes('/n/'));
    if (!mail) throw new Error('No mail arrived.');
    expect(mail.headers.get('list')).toMatchObject({ 'unsubscribe-post': { name: 'List-Unsubscribe=One-Click' } });
    expect(String(mail.html).length).toBeLessThan(40_000);
    expect(mail.text?.replace(/\n/g, ' ')).toMatch(
      /Why you: Your team [^.]*“Valves”[^.]*\. So (did they|it was for them)\./,
    );

    now += 14 * dayMs;
    const unanswered = await previewPlan(app.planner, now);
    now -= 14 * dayMs;
    const { link, letter, lesson } = await rightAnswer(mail);
    const reply = await fetch(link, {
      method: 'POST',
      body: new URLSearchParams({ choice: letter, sureness: 'sure' }),
      headers: { Origin: `http://localhost:${open.port}` },
    });
    expect(await reply.text()).toContain('You chose well');

    now += 14 * dayMs;
    const answered = await previewPlan(app.planner, now);
    const choiceOf = (plan: typeof answered) => plan[0]?.choices.find((choice) => choice.lessonId === lesson);
    expect(choiceOf(answered)?.explanation.gain ?? 0, 'a lesson just answered is worth less').toBeLessThan(
      choiceOf(unanswered)?.explanation.gain ?? 1,
    );
    expect(answered).not.toEqual(unanswered);
  });
});
