import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { otherWeights, sharedKinds } from '#core/exposure/weights.ts';
import { mailedSignInLink } from '#testing/sign-in.ts';
import { openBrowser } from '../../scripts/build/find-browser.ts';

const url = inject('productUrl');

/** A forecast runs the planner two months ahead. */
const aForecast = { timeout: 10_000 };

let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  context = await browser.newContext();
  page = await context.newPage();
});

afterAll(async () => {
  await browser.close();
});

type TeamText = { team: string; text: string; lines: string[] };

/** What a page of the desk says of each team, line by line. */
function teamsOn(at: Page): Promise<TeamText[]> {
  return at.locator('section.team').evaluateAll((sections) =>
    sections.map((section) => ({
      team: section.querySelector('h2, h3')?.textContent ?? '',
      text: section.textContent ?? '',
      lines: [...section.querySelectorAll('li')].map((line) => line.textContent ?? ''),
    })),
  );
}

const dateIn = (text: string) => /\d{1,2} \w+ \d{4}/.exec(text)?.[0] ?? 'no date';

/** A country of which news would change the next plan, whatever that is today: somebody gets on its day what would else come later. China is asked first. */
async function newsThatChangesThePlan(form: Page): Promise<{ value: string; label: string }> {
  await form.goto(`${url}/desk/plan`);
  const days = new Map((await teamsOn(form)).map(({ team, text }) => [team, dateIn(text)]));
  await form.goto(`${url}/desk/signals`);
  const countries = await form
    .locator('#about option[value^="country:"]')
    .evaluateAll((options) =>
      options.map((option) => ({ value: option.getAttribute('value') ?? '', label: option.textContent ?? '' })),
    );
  const until = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);
  for (const country of countries.toSorted((a, b) => Number(b.label === 'China') - Number(a.label === 'China'))) {
    const asked = new URLSearchParams({ about: country.value, team: 'all', note: 'News', until });
    await form.goto(`${url}/desk/signals?${asked}`);
    const changes = (await teamsOn(form)).some(({ team, lines }) =>
      lines.some((line) => dateIn(line) === days.get(team) && !line.includes('the same day')),
    );
    if (changes) return country;
  }
  throw new Error('No news of any country would change the next plan.');
}

describe('the desk', () => {
  it('is closed to strangers, and its forms too', async () => {
    const reply = await fetch(`${url}/desk`, { redirect: 'manual' });
    expect(reply.headers.get('location')).toContain('/desk/sign-in');
    const body = new URLSearchParams({ team: '1', module: 'new-to-buying', due: '2030-01-01' });
    const post = await fetch(`${url}/desk/assign`, {
      method: 'POST',
      body,
      headers: { Origin: url },
      redirect: 'manual',
    });
    expect(post.headers.get('location')).toContain('/desk/sign-in');
    const signal = await fetch(`${url}/desk/signals`, {
      method: 'POST',
      body: new URLSearchParams({ about: 'country:CN', team: 'all', note: 'News', until: '2030-01-01' }),
      headers: { Origin: 'https://elsewhere.example' },
      redirect: 'manual',
    });
    expect(signal.status).toBe(403);
    const starter = await fetch(`${url}/desk/teams/1/starter/exposures.csv`, { redirect: 'manual' });
    expect(starter.headers.get('location')).toContain('/desk/sign-in');
  });

  it('lets a trainer in with a link from her mail, once', async () => {
    const link = await mailedSignInLink(page, url);
    await page.goto(link);
    await page.getByRole('button', { name: 'Enter the desk' }).click();
    expect(await page.getByRole('heading', { name: 'Today', level: 1 }).count()).toBe(1);
    const again = await browser.newPage();
    await again.goto(link);
    expect(await again.getByText('This link was used already').count()).toBe(1);
    await again.close();
  });

  it('hands out what teams like one usually depend on, as files of the import', async () => {
    const get = (path: string) => context.request.get(`${url}/desk/teams/${path}`);
    const items = await get('1/starter/exposures.csv');
    expect(items.headers()['content-disposition']).toBe('attachment; filename="exposures.csv"');
    expect(await items.text()).toMatch(/^\uFEFFteam,item,input,family,/);
    expect(await (await get('1/starter/teams.csv')).text()).toMatch(/^\uFEFFteam,routes,systems\n/);
    for (const path of ['1/starter/people.csv', '99/starter/exposures.csv'])
      expect((await get(path)).status()).toBe(404);
  });

  it('shows what each team remembers, and the last mails with their answers', async () => {
    await page.goto(`${url}/desk/memory`);
    expect(await page.locator('.heatmap thead th').count()).toBe(5);
    expect(await page.locator('.heatmap td[class^="heat-"]').count()).toBeGreaterThan(30);
    await page.goto(`${url}/desk`);
    expect(await page.locator('.mails tbody tr').count()).toBeGreaterThan(3);
    expect(await page.getByText('Answered', { exact: true }).count()).toBeGreaterThan(0);
    expect(await page.getByText(/Right, |Another answer|guessed|fairly sure/).count()).toBe(0);
  });

  it('shows who gets what by when before a module is assigned, assigns it, and withdraws it', async () => {
    await page.goto(`${url}/desk/assign`);
    // What is chosen before the script has begun is the plain form's.
    await page.locator('astro-island:not([ssr])').first().waitFor({ state: 'attached' });
    await page.getByText('The first 72 hours').click();
    await page.getByLabel('Motor plant purchasing, Nagoya').check();
    await page.getByLabel('Due on').fill(new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10));
    await expect.poll(() => page.getByText(/receives all 4 lessons by/).count(), aForecast).toBe(1);
    expect(await page.locator('table.data tbody tr').count()).toBe(8);
    await page.getByRole('button', { name: 'Assign it' }).click();
    expect(await page.getByText('0 of 8 people have done it.').count()).toBe(1);
    await page.getByRole('link', { name: 'Withdraw…' }).click();
    expect(await page.getByRole('heading', { name: 'Withdraw “The first 72 hours”?' }).count()).toBe(1);
    await page.getByRole('button', { name: 'Withdraw it' }).click();
    expect(await page.getByText('The assignment is withdrawn.').count()).toBe(1);
  });

  it('works out who gets what by when without JavaScript too', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await context.storageState() });
    const form = await plain.newPage();
    await form.goto(`${url}/desk/assign`);
    await form.getByText('New to buying').click();
    await form.getByLabel('Motor plant purchasing, Nagoya').check();
    await form.getByLabel('Due on').fill(new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10));
    await form.getByRole('button', { name: 'See who gets what by when' }).click();
    expect(await form.locator('table.data tbody tr').count()).toBe(8);
    await plain.close();
  });

  it('warns when a module cannot fit before its date', async () => {
    const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    await page.goto(`${url}/desk/assign?team=1&module=first-72-hours&due=${soon}`);
    expect(await page.getByText(/It does not fit for/).count()).toBe(1);
    expect(await page.getByText(/days more it would fit/).count()).toBe(1);
    await page.getByRole('link', { name: 'Use that date' }).click();
    await expect.poll(() => page.getByText(/receives all 4 lessons by/).count(), aForecast).toBe(1);
  });

  it('shows what a team is about to lose, its working time, and the figures behind each number', async () => {
    await page.goto(`${url}/desk/memory`);
    await page.locator('.heatmap td a').first().click();
    expect(page.url()).toContain('#memory-');
    expect(await page.locator('tr:target').count()).toBe(1);
    expect(await page.locator('.memory tbody tr').count()).toBeGreaterThan(10);
    expect(await page.getByText('In steps of ten').count()).toBe(1);
    expect(await page.getByText('Mon–Fri').count()).toBe(1);
    for (const name of ['What fades next', 'What hangs on one person', 'Who was there'])
      expect(await page.getByRole('heading', { name }).count()).toBe(1);
    expect(await page.getByText(/\d of \d were here in \d{4}/).count()).toBeGreaterThan(0);
  });

  it('keeps the teams’ names in sight while the lessons scroll, and is a list on a phone', async () => {
    await page.goto(`${url}/desk/memory`);
    await page.locator('.heatmap tbody tr').last().scrollIntoViewIfNeeded();
    const head = await page.locator('.heatmap thead th').nth(1).boundingBox();
    expect(head?.y).toBe(0);
    const phone = await context.newPage();
    await phone.setViewportSize({ width: 360, height: 800 });
    await phone.goto(`${url}/desk/memory`);
    expect(await phone.locator('.heatmap').isVisible()).toBe(false);
    expect(await phone.locator('#ranked li').count()).toBeGreaterThan(2);
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await phone.close();
  });

  it('explains the next plan, with the weights in force', async () => {
    await page.goto(`${url}/desk/plan`);
    expect(await page.locator('.planned li').count()).toBeGreaterThan(0);
    expect(await page.getByText('The figures behind it').count(), 'they are of one person').toBe(0);
    await page.goto(`${url}/desk/settings`);
    expect(await page.getByText('the rest is ours and untested; change with RELEVANCE_WEIGHTS').count()).toBe(1);
    expect(await page.locator('.weights tbody tr').count()).toBe(sharedKinds.length + otherWeights.length);
  });

  it('makes a signal that changes the next plan, and withdraws it, without JavaScript', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await context.storageState() });
    const form = await plain.newPage();
    const plan = async () => {
      await form.goto(`${url}/desk/plan`);
      return form.locator('.planned .what').allTextContents();
    };
    const before = await plan();
    const { value, label } = await newsThatChangesThePlan(form);
    await form.goto(`${url}/desk/signals`);
    await form.getByLabel('What it is about').selectOption(value);
    await form.getByLabel('Which news').fill('A new licence list was published today.');
    await form.getByRole('button', { name: 'See whom it reaches' }).click();
    expect(await form.getByText('The first of them').count()).toBeGreaterThan(0);
    await form.getByRole('button', { name: 'Make the signal' }).click();
    expect(await form.getByText('The signal is made.').count()).toBe(1);
    expect(await plan()).not.toEqual(before);
    expect(await form.getByText('Your trainer sends it because of the news.').count()).toBeGreaterThan(0);
    await form.goto(`${url}/desk`);
    expect(await form.getByText('A new licence list was published today.').count()).toBe(1);
    await form.getByRole('link', { name: `Withdraw the signal about ${label}` }).click();
    expect(await form.getByRole('heading', { level: 1 }).textContent()).toContain(label);
    expect(await form.getByText('A new licence list was published today.').count()).toBe(1);
    await form.getByRole('button', { name: 'Withdraw' }).click();
    expect(await form.getByText('The signal is withdrawn.').count()).toBe(1);
    expect(await form.getByText(/Made by \S+ on .* withdrawn by/).count()).toBe(1);
    expect(await plan()).toEqual(before);
    await plain.close();
  });

  it('names what is wrong with a signal and keeps what was typed', async () => {
    await page.goto(`${url}/desk/signals?about=country:CN&team=1&note=&until=2020-01-01`);
    const alert = page.getByRole('alert');
    expect(await alert.getByText('Say in a few words what happened.').count()).toBe(1);
    expect(await alert.getByText('Choose a last day between tomorrow and 90 days from now.').count()).toBe(1);
    expect(await page.getByLabel('What it is about').inputValue()).toBe('country:CN');
    expect(await page.getByLabel('Team').inputValue()).toBe('1');
    expect(await page.getByRole('button', { name: 'Make the signal' }).count()).toBe(0);
  });

  it('signs out', async () => {
    await page.goto(`${url}/desk`);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.goto(`${url}/desk`);
    expect(page.url()).toContain('/desk/sign-in');
  });
});
