import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { evidenceReport } from '#core/evidence/evidence-report.ts';
import { openBrowser } from '../../scripts/build/find-browser.ts';

const url = inject('productUrl');
const report = evidenceReport.parse(JSON.parse(readFileSync('public/evidence/simulation.json', 'utf8')));

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 360, height: 780 }, javaScriptEnabled: false });
  await page.goto(`${url}/evidence/`);
});

afterAll(async () => {
  await browser.close();
});

describe('the page of evidence, read without scripts on a phone', () => {
  it('says that it is simulated before anything else, and that no study shows fewer losses before any goal', async () => {
    const text = (await page.locator('main').textContent()) ?? '';
    expect(text.trim().startsWith('Simulated')).toBe(true);
    const caveat = text.indexOf('No study yet shows that such e-mails lead to fewer losses in supply chains.');
    expect(caveat).toBeGreaterThan(0);
    expect(caveat).toBeLessThan(text.indexOf(report.goals[0]?.sentence ?? ''));
  });

  it('shows every goal with whether it was met, as the report has them', async () => {
    const rows = await page.locator('#goals tbody tr').allInnerTexts();
    expect(rows).toHaveLength(report.goals.length);
    for (const [index, { sentence, met }] of report.goals.entries()) {
      expect(rows[index]).toContain(sentence);
      expect(rows[index]).toContain(met ? 'Met' : 'Missed');
      expect(rows[index]).not.toContain(met ? 'Missed' : 'Met');
    }
  });

  it('has a strip for every rule that sends anything, told in words too', async () => {
    const played = report.results.filter(({ setting, policy }) => setting === 'weekly' && policy !== 'nothing');
    const strips = page.locator('#share .strip-row [role="img"]');
    expect(await strips.count()).toBe(new Set(played.map(({ policy }) => policy)).size);
    expect(await strips.first().getAttribute('aria-label')).toMatch(/mean .+\s%, from .+\s% \(.+\) to .+\s% \(.+\)/);
  });

  it('does not scroll sideways', async () => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  it('links to the JSON that it was drawn from', async () => {
    const link = await page.locator('#run a').first().getAttribute('href');
    const reply = await fetch(new URL(link ?? '', url));
    expect(evidenceReport.parse(await reply.json())).toEqual(report);
  });

  it('is reached from the page about the site and from the foot of every page', async () => {
    await page.goto(`${url}/about/`);
    expect(await page.locator('main a[href="/evidence/"]').count()).toBe(1);
    expect(await page.locator('.site-foot a[href="/evidence/"]').count()).toBe(1);
  });
});
