import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CourseQuestion } from '#course/course.ts';
import { type PlayerFiles, packCourse } from '#server/course/pack-course.ts';
import { aLearningPlatform } from '#testing/a-learning-platform.ts';
import { aBuiltPlayer, aCourse } from '#testing/a-packed-course.ts';
import { anLrs, type KeptStatement, type Lrs } from '#testing/an-lrs.ts';
import { openBrowser } from '../../scripts/build/find-browser.ts';

const course = aCourse('en');
let browser: Browser;
let player: PlayerFiles;

beforeAll(async () => {
  player = await aBuiltPlayer();
  browser = await openBrowser();
});

afterAll(() => browser.close());

const actor = { objectType: 'Agent', account: { homePage: 'https://lms.example', name: 'k-4711' } };
const registration = 'f0bcd7a0-3d2e-4c55-8f5f-6b4b1d9b1c11';
const activityId = 'https://lms.example/activities/91';
const sessionId = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid';

const launchData = (more: Record<string, unknown>) => ({
  contextTemplate: {
    contextActivities: { grouping: [{ id: `${course.iri}#pages` }] },
    extensions: { [sessionId]: 's-1' },
  },
  launchMode: 'Normal',
  masteryScore: 0.8,
  moveOn: 'Passed',
  ...more,
});

/** One visit over a store that may hold what earlier visits left. */
async function visit(lrs: Lrs, more: Record<string, unknown>, act: (page: Page) => Promise<void>): Promise<void> {
  const platform = await aLearningPlatform(packCourse(course, 'cmi5', 0.8, player));
  lrs.documents.set('LMS.LaunchData', launchData(more));
  const query = new URLSearchParams({
    endpoint: lrs.url,
    fetch: lrs.url.replace('xapi/', 'token'),
    actor: JSON.stringify(actor),
    registration,
    activityId,
  });
  const page = await browser.newPage();
  try {
    await page.goto(`${platform.course}?${query}`);
    await page.locator('html[data-ready]').waitFor({ state: 'attached' });
    await act(page);
    await page.goto('about:blank');
    await expect.poll(() => verbs(lrs).at(-1)).toBe('terminated');
    expect(lrs.faults).toEqual([]);
  } finally {
    await page.close();
    await platform.close();
  }
}

const nameOf = ({ verb }: KeptStatement) => verb.id.split('/').at(-1);
const verbs = ({ statements }: Lrs) => statements.map(nameOf);
const said = ({ statements }: Lrs, verb: string) => statements.filter((statement) => nameOf(statement) === verb);

const rightName = (question: CourseQuestion | undefined) => question?.choices['abcd'.indexOf(question.right)];

async function answerAll(page: Page, isRight: boolean): Promise<void> {
  for (const { id, right } of course.questions) {
    const choice = isRight ? right : right === 'a' ? 'b' : 'a';
    await page.locator(`article:not([hidden]) [data-question="${id}"] [data-choice="${choice}"] > summary`).click();
  }
}

test('cmi5: initialized first, each answer, completed and passed once, terminated last; the token is asked for once', async () => {
  const lrs = await anLrs();
  await visit(lrs, {}, (page) => answerAll(page, true));
  expect(verbs(lrs)).toEqual([
    'initialized',
    ...course.questions.map(() => 'answered'),
    'completed',
    'passed',
    'terminated',
  ]);
  expect(said(lrs, 'answered')[0]).toMatchObject({
    object: {
      definition: {
        choices: course.questions[0]?.choices.map((id, place) => ({ id, description: { und: 'ABCD'[place] } })),
        correctResponsesPattern: [rightName(course.questions[0])],
      },
    },
    result: { response: rightName(course.questions[0]), success: true },
  });
  expect(lrs.fetches()).toBe(1);
  const authorized = lrs.requests.every(
    ({ authorization, version }) => authorization === 'Basic dG9rZW46MQ==' && version === '1.0.3',
  );
  expect(authorized).toBe(true);
  const [passed] = said(lrs, 'passed');
  expect(passed).toMatchObject({
    actor,
    object: { id: activityId },
    result: { success: true, score: { scaled: 1, raw: 4, min: 0, max: 4 }, duration: expect.stringMatching(/^PT/) },
    context: {
      registration,
      extensions: { [sessionId]: 's-1', 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore': 0.8 },
      contextActivities: {
        grouping: [{ id: `${course.iri}#pages` }],
        category: [
          { id: 'https://w3id.org/xapi/cmi5/context/categories/cmi5' },
          { id: 'https://w3id.org/xapi/cmi5/context/categories/moveon' },
        ],
      },
    },
  });
  expect(said(lrs, 'completed')[0]).toMatchObject({ result: { completion: true } });
  expect(said(lrs, 'completed')[0]?.['result']).not.toHaveProperty('score');
  await lrs.close();
});

test('cmi5: after a failed visit the next one begins anew, and what was completed is not completed twice', async () => {
  const first = await anLrs();
  await visit(first, {}, async (page) => {
    await answerAll(page, false);
    await expect.poll(() => page.locator('article:not([hidden]) [data-later]').isVisible()).toBe(true);
    expect(await page.locator('article:not([hidden]) [data-again]').isVisible()).toBe(false);
  });
  expect(verbs(first).slice(-3)).toEqual(['completed', 'failed', 'terminated']);
  expect(said(first, 'failed')[0]).toMatchObject({ result: { success: false, score: { scaled: 0 } } });
  const second = await anLrs();
  second.documents.set('nodomoto-progress', first.documents.get('nodomoto-progress'));
  await visit(second, {}, (page) => answerAll(page, true));
  expect(verbs(second).slice(-2)).toEqual(['passed', 'terminated']);
  expect(verbs(second)).not.toContain('completed');
  const third = await anLrs();
  third.documents.set('nodomoto-progress', second.documents.get('nodomoto-progress'));
  await visit(third, {}, async (page) => {
    await expect.poll(() => page.locator('article:not([hidden]) [data-said]').textContent()).toContain('4 of 4');
  });
  expect(verbs(third), 'whoever has passed fails no more').toEqual(['initialized', 'terminated']);
  await Promise.all([first.close(), second.close(), third.close()]);
});

test.each(['Browse', 'Review'])(
  'cmi5: in launch mode %s nothing is said between the first and the last',
  async (launchMode) => {
    const lrs = await anLrs();
    await visit(lrs, { launchMode }, (page) => answerAll(page, true));
    expect(verbs(lrs)).toEqual(['initialized', 'terminated']);
    expect(lrs.documents.has('nodomoto-progress')).toBe(false);
    await lrs.close();
  },
);

test('cmi5: somebody who leaves half-way finds the answers again, and goes back where the platform says', async () => {
  const lrs = await anLrs();
  const returnURL = `${lrs.url}back-to-the-platform`;
  const [first] = course.questions;
  await visit(lrs, { returnURL }, async (page) => {
    await page
      .locator(`article:not([hidden]) [data-question="${first?.id}"] [data-choice="${first?.right}"] > summary`)
      .click();
    await page.locator('article:not([hidden]) [data-leave]').click();
    await expect.poll(() => page.url()).toBe(returnURL);
    expect(verbs(lrs), 'all is told before').toEqual(['initialized', 'answered', 'terminated']);
  });
  expect(verbs(lrs)).toHaveLength(3);
  const again = await anLrs();
  again.documents.set('nodomoto-progress', lrs.documents.get('nodomoto-progress'));
  await visit(again, { masteryScore: 0.2 }, async (page) => {
    await expect.poll(() => page.locator('article:not([hidden]) [data-done]').textContent()).toContain('1 of 4');
  });
  await Promise.all([lrs.close(), again.close()]);
});

test('cmi5: a store that is away for a moment gets the same statements again, and no second ones', async () => {
  const lrs = await anLrs();
  let refusals = 0;
  await visit(lrs, {}, async (page) => {
    lrs.answerWith(() => (refusals++ < 1 ? 503 : null));
    await answerAll(page, true);
    await expect.poll(() => verbs(lrs), { timeout: 10_000 }).toContain('passed');
  });
  expect(said(lrs, 'answered')).toHaveLength(course.questions.length);
  expect(new Set(lrs.statements.map(({ id }) => id)).size).toBe(lrs.statements.length);
  await lrs.close();
});
