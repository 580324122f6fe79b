import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nameOf } from '#course/choice-letter.ts';
import { type PlayerFiles, packCourse } from '#server/course/pack-course.ts';
import { aLearningPlatform, type LearningPlatform } from '#testing/a-learning-platform.ts';
import { aBuiltPlayer, aCourse } from '#testing/a-packed-course.ts';
import { runScript } from '#testing/running-product.ts';
import { openBrowser } from '../../scripts/build/find-browser.ts';

const course = aCourse('en');
let browser: Browser;
let player: PlayerFiles;

beforeAll(async () => {
  player = await aBuiltPlayer();
  browser = await openBrowser();
});

afterAll(() => browser.close());

type ScormEdition = 'scorm-1.2' | 'scorm-2004';

type Visit = { frame: FrameLocator; platform: LearningPlatform; page: Page };

/** One visit of a learner, who leaves by closing the page, as most do. */
async function visit(
  edition: ScormEdition,
  more: Record<string, string>,
  act: (visit: Visit) => Promise<void>,
): Promise<LearningPlatform> {
  const platform = await aLearningPlatform(packCourse(course, edition, 0.8, player));
  const page = await browser.newPage();
  try {
    await page.goto(platform.launch(edition, more));
    const frame = page.frameLocator('iframe');
    await frame.locator('html[data-ready]').waitFor({ state: 'attached' });
    await act({ frame, platform, page });
    expect(
      await frame.locator('[data-telling="first"] [data-trouble]').textContent(),
      'what the platform refused',
    ).toBe('');
    await page.goto('about:blank');
    await expect.poll(() => committed(platform, sessionTime[edition])).toMatch(/\d/);
    expect(platform.missing).toEqual([]);
  } finally {
    await page.close();
    await platform.close();
  }
  return platform;
}

const sessionTime = { 'scorm-1.2': 'cmi.core.session_time', 'scorm-2004': 'cmi.session_time' };

/** A value by its name with dots, out of what was committed last. */
function committed({ commits }: LearningPlatform, element: string): unknown {
  const read = (value: unknown, name: string) =>
    Object(value) === value ? Reflect.get(Object(value), name) : undefined;
  return element.split('.').reduce<unknown>(read, commits.at(-1));
}

async function answer(frame: FrameLocator, place: number, choice: string): Promise<void> {
  const list = `[data-telling]:not([hidden]) [data-question="${course.questions[place]?.id}"]`;
  await frame.locator(`${list} [data-choice="${choice}"] > summary`).click();
}

const right = (place: number) => course.questions[place]?.right ?? '';
const wrong = (place: number) => (right(place) === 'a' ? 'b' : 'a');

async function answerAll(frame: FrameLocator, choiceAt: (place: number) => string): Promise<void> {
  for (const place of course.questions.keys()) await answer(frame, place, choiceAt(place));
}

const said = (frame: FrameLocator) => frame.locator('[data-telling]:not([hidden]) [data-said]').textContent();

test('SCORM 1.2: an answer is committed as it is given, and the first one counts', async () => {
  const platform = await visit('scorm-1.2', {}, async ({ frame, platform: { commits } }) => {
    await expect.poll(() => JSON.stringify(commits[0])).toContain('"incomplete"');
    await answer(frame, 0, wrong(0));
    await expect.poll(() => JSON.stringify(commits.at(-1))).toContain('"wrong"');
    await answer(frame, 0, right(0));
  });
  expect(committed(platform, 'cmi.interactions.1')).toBeUndefined();
  expect(committed(platform, 'cmi.interactions.0')).toMatchObject({
    id: course.questions[0]?.id,
    type: 'choice',
    student_response: wrong(0),
    correct_responses: { 0: { pattern: right(0) } },
  });
  expect(committed(platform, 'cmi.core.lesson_status')).toBe('incomplete');
  expect(committed(platform, 'cmi.core.exit')).toBe('suspend');
});

test('SCORM 1.2: all right is passed, one wrong of four is failed at a mark of 80 per cent', async () => {
  const passed = await visit('scorm-1.2', {}, async ({ frame }) => {
    await answerAll(frame, right);
    await expect.poll(() => said(frame)).toContain('4 of 4');
  });
  expect(committed(passed, 'cmi.core.lesson_status')).toBe('passed');
  expect(committed(passed, 'cmi.core.score')).toMatchObject({ raw: '100', min: '0', max: '100' });
  const failed = await visit('scorm-1.2', {}, async ({ frame }) => {
    await answerAll(frame, (place) => (place === 2 ? wrong(place) : right(place)));
    await expect.poll(() => said(frame)).toContain('3 of 4');
  });
  expect(committed(failed, 'cmi.core.lesson_status')).toBe('failed');
  expect(committed(failed, 'cmi.core.score.raw')).toBe('75');
});

test('SCORM 1.2: whoever comes back finds the answers of before, and goes on', async () => {
  const before = await visit('scorm-1.2', {}, async ({ frame }) => {
    await answer(frame, 0, right(0));
    await answer(frame, 1, right(1));
  });
  const kept = {
    'cmi.suspend_data': String(committed(before, 'cmi.suspend_data')),
    'cmi.core.lesson_status': 'incomplete',
    'cmi.core.entry': 'resume',
  };
  const after = await visit('scorm-1.2', kept, async ({ frame }) => {
    await expect.poll(() => frame.locator('[data-telling="first"] [data-done]').textContent()).toContain('2 of 4');
    const list = frame.locator(`[data-telling="first"] [data-question="${course.questions[0]?.id}"]`);
    expect(await list.locator('details[open]').getAttribute('data-choice')).toBe(right(0));
    await answer(frame, 2, right(2));
    await answer(frame, 3, right(3));
  });
  expect(committed(after, 'cmi.core.lesson_status')).toBe('passed');
});

test('SCORM 2004: completion and success are both said, and answers stand with their times', async () => {
  const passed = await visit('scorm-2004', {}, ({ frame }) => answerAll(frame, right));
  expect(committed(passed, 'cmi.completion_status')).toBe('completed');
  expect(committed(passed, 'cmi.success_status')).toBe('passed');
  expect(committed(passed, 'cmi.score')).toMatchObject({ scaled: '1', raw: '4', min: '0', max: '4' });
  expect(committed(passed, 'cmi.interactions.3')).toMatchObject({
    id: course.questions[3]?.id,
    learner_response: nameOf(course.questions[3]?.choices ?? [], right(3)),
    correct_responses: { 0: { pattern: nameOf(course.questions[3]?.choices ?? [], right(3)) } },
    result: 'correct',
    description: `${course.questions[3]?.ask} (${right(3).toUpperCase()})`,
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d\dZ$/),
  });
  expect(committed(passed, 'cmi.exit')).toBe('normal');
});

test('SCORM 2004: a failed try may be followed by one that passes', async () => {
  const platform = await visit('scorm-2004', {}, async ({ frame, platform: current }) => {
    await answerAll(frame, wrong);
    await expect.poll(() => committed(current, 'cmi.success_status')).toBe('failed');
    await frame.locator('[data-telling="first"] [data-again]').click();
    await answerAll(frame, right);
  });
  expect(committed(platform, 'cmi.success_status')).toBe('passed');
  expect(committed(platform, 'cmi.interactions.0.result')).toBe('incorrect');
  expect(committed(platform, 'cmi.interactions.4.result')).toBe('correct');
});

test('SCORM 2004: the platform’s own mark is the one that passes', async () => {
  const platform = await visit('scorm-2004', { 'cmi.scaled_passing_score': '0.5' }, async ({ frame }) => {
    await answerAll(frame, (place) => (place < 2 ? right(place) : wrong(place)));
    await expect.poll(() => said(frame)).toContain('the mark is 50 %');
  });
  expect(committed(platform, 'cmi.success_status')).toBe('passed');
  expect(committed(platform, 'cmi.score.scaled')).toBe('0.5');
});

test('a learner whose platform says Japanese reads Japanese, and answers there count alike', async () => {
  const platform = await visit('scorm-2004', { 'cmi.learner_preference.language': 'ja' }, async ({ frame }) => {
    await expect.poll(() => frame.locator('html').getAttribute('lang')).toBe('ja');
    await answer(frame, 0, right(0));
    await expect.poll(() => frame.locator('article[lang="ja"] [data-done]').textContent()).toBe('全4問中1問に回答済み');
  });
  expect(committed(platform, 'cmi.interactions.0.result')).toBe('correct');
});

test('whoever only looks around leaves no trace', async () => {
  const platform = await aLearningPlatform(packCourse(course, 'scorm-1.2', 0.8, player));
  const page = await browser.newPage();
  await page.goto(platform.launch('scorm-1.2', { 'cmi.core.lesson_mode': 'browse' }));
  const frame = page.frameLocator('iframe');
  await frame.locator('html[data-ready]').waitFor({ state: 'attached' });
  await answerAll(frame, right);
  await expect
    .poll(() => frame.locator('[data-telling="first"] [data-note]').textContent())
    .toContain('looking around');
  await page.goto('about:blank');
  await expect.poll(() => platform.commits.length).toBeGreaterThan(0);
  expect(committed(platform, 'cmi.interactions.0')).toBeUndefined();
  expect(committed(platform, 'cmi.core.score.raw')).toBe('');
  await page.close();
  await platform.close();
});

test('the command writes what a platform takes, and nothing over a file that is there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nodomoto-package-'));
  const settings = { DATA_DIR: mkdtempSync(join(tmpdir(), 'nodomoto-package-store-')) };
  const asked = ['package', 'after-the-earthquake', '--as', 'scorm-2004', '--pass', '60', '--language', 'ja', folder];
  const { code, stdout } = await runScript('scripts/nudge.ts', asked, settings);
  expect(code).toBe(0);
  expect(stdout).toContain('SCORM 2004 4th Edition');
  const files = unzipSync(readFileSync(join(folder, 'after-the-earthquake-scorm-2004.zip')));
  const manifest = new TextDecoder().decode(files['imsmanifest.xml']);
  expect(manifest).toContain('<imsss:minNormalizedMeasure>0.6<');
  expect(manifest).toContain(aCourse('ja').tellings[0]?.module.title);
  expect(Object.keys(files)).toContain('player.js');
  expect((await runScript('scripts/nudge.ts', asked, settings)).stderr).toContain('EXPORT_EXISTS');
  const unknown = await runScript('scripts/nudge.ts', ['package', 'first-72-hour', '--as', 'cmi5'], settings);
  expect(unknown.stderr).toContain('first-72-hours');
});

test('without a platform everything can be read and tried; without a script too', async () => {
  const platform = await aLearningPlatform(packCourse(course, 'scorm-2004', 0.8, player));
  const page = await browser.newPage();
  await page.goto(platform.course);
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  await expect
    .poll(() => page.locator('[data-telling="first"] [data-note]').textContent())
    .toContain('without a learning platform');
  await page.locator('[data-telling="first"] [data-choice="a"] > summary').first().click();
  await expect.poll(() => page.locator('[data-telling="first"] .verdict').first().isVisible()).toBe(true);
  await page.close();
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const still = await plain.newPage();
  await still.goto(platform.course);
  await still.locator('article[lang="ja"] [data-choice="a"] > summary').first().click();
  expect(await still.locator('article[lang="ja"] .verdict').first().isVisible()).toBe(true);
  await plain.close();
  await platform.close();
});
