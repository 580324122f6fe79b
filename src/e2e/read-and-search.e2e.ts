import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from '../../scripts/build/find-browser.ts';

const url = inject('productUrl');
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage();
});

afterAll(async () => {
  await browser.close();
});

/** Links of the cases on show, in their order. */
function shownCases(): Promise<string[]> {
  return page
    .locator('.results > li:not([hidden]) h2 a, .results > li:not([hidden]) h3 a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
}

/** What stands under the keyboard: the name it is announced by, where it leads, and in what it lies. */
type Focused = { name: string; tag: string; href: string; within: string };

function focusedOn(at: Page): Promise<Focused> {
  return at.evaluate(() => {
    const element = document.activeElement;
    return {
      name: element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '',
      tag: element?.tagName.toLowerCase() ?? '',
      href: element?.getAttribute('href') ?? '',
      within: ['.skip', '.site-head', '.results', '.gate', '.story', '.sources', '.map']
        .filter((selector) => element?.closest(selector))
        .join(' '),
    };
  });
}

/** Presses Tab, as often as a patient reader would, until the keyboard stands where `wanted` says. */
async function tabTo(at: Page, what: string, wanted: (focused: Focused) => boolean): Promise<Focused> {
  for (let pressed = 0; pressed < 150; pressed += 1) {
    await at.keyboard.press('Tab');
    const focused = await focusedOn(at);
    if (wanted(focused)) return focused;
  }
  throw new Error(`Tab does not lead to ${what}.`);
}

/** Whether the keyboard’s place is on the screen and one that the browser marks. */
function focusIsSeen(at: Page): Promise<boolean> {
  return at.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return false;
    const { top, bottom, width, height } = element.getBoundingClientRect();
    return element.matches(':focus-visible') && width > 0 && height > 0 && bottom > 0 && top < window.innerHeight;
  });
}

describe('with the keyboard alone', () => {
  it('a reader comes from the address bar to a case, decides in it, and checks a source', async () => {
    const reader = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await reader.goto(url);
    await reader.keyboard.press('Tab');
    expect((await focusedOn(reader)).within).toBe('.skip');
    expect(await focusIsSeen(reader)).toBe(true);
    await reader.keyboard.press('Enter');
    await expect.poll(() => reader.evaluate(() => location.hash)).toBe('#content');
    await reader.keyboard.press('Tab');
    expect(await reader.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);

    // From the address bar again, past the skip link this time.
    await reader.goto(url);
    await tabTo(reader, 'the library', ({ within, href }) => within === '.site-head' && href === '/library/');
    await reader.keyboard.press('Enter');
    await reader.waitForURL('**/library/');

    await tabTo(reader, 'the search box', ({ tag }) => tag === 'input');
    await reader.keyboard.type('saline');
    const found = reader.locator('.results > li:not([hidden]) h2 a');
    await expect.poll(() => found.first().getAttribute('href')).toMatch(/saline|helene/);
    const result = await tabTo(reader, 'a result', ({ within, href }) => within === '.results' && href !== '');
    expect(await reader.locator('.results > li:not([hidden]) h2 a').first().getAttribute('href')).toBe(result.href);
    await reader.keyboard.press('Enter');
    await reader.waitForURL(`**${result.href}`);

    await tabTo(reader, 'a choice', ({ within, tag }) => within.startsWith('.gate') && tag === 'summary');
    expect(await focusIsSeen(reader)).toBe(true);
    await reader.keyboard.press('Enter');
    expect(await reader.locator('.gate details[open]').count()).toBe(1);
    expect(await reader.getByText('Now read what they did.').isVisible()).toBe(true);

    const isCitation = ({ within, href }: Focused) => within === '.story' && href.startsWith('#source-');
    const citation = await tabTo(reader, 'a citation', isCitation);
    const cited = await reader.evaluate(() => document.activeElement?.id ?? '');
    await reader.keyboard.press('Enter');
    await expect.poll(() => reader.evaluate(() => location.hash)).toBe(citation.href);
    const back = await tabTo(
      reader,
      'the way back',
      ({ within, href }) => within === '.sources' && href.startsWith('#'),
    );
    expect(await reader.locator(citation.href).locator(`a[href="${back.href}"]`).count()).toBe(1);
    expect(cited === '' || (await reader.locator(`${citation.href} a[href="#${cited}"]`).count()) === 1).toBe(true);
    await reader.keyboard.press('Enter');
    await expect.poll(() => reader.evaluate(() => location.hash)).toBe(back.href);
    await reader.keyboard.press('Tab');
    expect((await focusedOn(reader)).within).toBe('.story');
    await reader.close();
  });

  it.each([
    ['a desk', 1280],
    ['a phone', 360],
  ])('every case on the maps of the atlas can be reached and opened on %s', async (_where, width) => {
    const reader = await browser.newPage({ viewport: { width, height: 800 } });
    await reader.goto(`${url}/atlas/`);
    const cases = await reader.locator('.time-table tbody tr').count();
    const reached: Focused[] = [];
    while (reached.length < cases) {
      const isMark = ({ within, href }: Focused) => within === '.map' && href.startsWith('/cases/');
      reached.push(await tabTo(reader, `case ${reached.length + 1} on a map`, isMark));
      expect(await focusIsSeen(reader)).toBe(true);
    }
    expect(new Set(reached.map(({ href }) => href)).size).toBe(cases);
    for (const { name } of reached) expect(name).toMatch(/^\d+\D.*\d{4}$/);
    await reader.keyboard.press('Enter');
    await reader.waitForURL(`**${reached.at(-1)?.href}`);
    expect(await reader.locator('h1').count()).toBe(1);
    await reader.close();
  });
});

describe('the library', () => {
  it('finds the case as one types, and keeps the question in the address', async () => {
    await page.goto(`${url}/library/`);
    await page.getByRole('searchbox').pressSequentially('saline');
    await expect
      .poll(async () => (await shownCases()).slice(0, 2).sort())
      .toEqual(['/cases/helene-baxter-2024/', '/cases/hurricane-maria-saline-2017/']);
    expect(page.url()).toContain('q=saline');
  });

  it.each([
    ['brake parts', '/cases/aisin-fire-1997/'],
    ['IV bags', '/cases/helene-baxter-2024/'],
    ['ransomware', '/cases/asahi-askul-2025/'],
    ['customs slow in China', '/cases/korea-urea-2021/'],
    ['chips earthquake', '/cases/tohoku-renesas-2011/'],
    ['ルネサス 火災', '/cases/renesas-naka-fire-2021/'],
    ['Hafenstreik', '/cases/us-ports-2002-2024/'],
    ['马士基 病毒', '/cases/notpetya-maersk-2017/'],
    ['just-in-time', '/cases/riken-piston-rings-2007/'],
  ])('answers "%s" with the right case among the first three', async (worry, path) => {
    await page.goto(`${url}/library/?q=${encodeURIComponent(worry)}`);
    await expect.poll(async () => (await shownCases()).slice(0, 3)).toContain(path);
  });

  it('shows what the list is narrowed by, and a press takes it away; what nothing fits is not offered', async () => {
    await page.goto(`${url}/library/?q=saline`);
    const choices = page.locator('[data-facet] label');
    await expect.poll(() => choices.locator('.count', { hasText: /^0$/ }).locator('visible=true').count()).toBe(0);
    await page.goto(`${url}/library/?sector=medical`);
    const chips = page.locator('.chosen button');
    await expect.poll(() => chips.allTextContents()).toEqual(['Medicine and hospitals ×']);
    const narrowed = (await shownCases()).length;
    await chips.first().click();
    await expect.poll(() => chips.count()).toBe(0);
    expect((await shownCases()).length).toBeGreaterThan(narrowed);
  });

  it('narrows by facets, whose counts follow, and a copied address shows the same', async () => {
    await page.goto(`${url}/library/`);
    const before = (await shownCases()).length;
    const label = page.locator('label', { hasText: 'Medicine and hospitals' });
    const count = Number(await label.locator('.count').textContent());
    expect(count).toBeGreaterThan(1);
    expect(count).toBeLessThan(before);
    await page.locator('[data-facet="sector"] summary').click();
    await page.getByRole('checkbox', { name: /Medicine and hospitals/ }).check();
    await expect.poll(shownCases).toHaveLength(count);
    const copied = page.url();
    await page.goto(`${url}/about/`);
    await page.goto(copied);
    await expect.poll(shownCases).toHaveLength(count);
    expect(await page.getByRole('checkbox', { name: /Medicine and hospitals/ }).isChecked()).toBe(true);
  });

  it('goes back one step with the back button', async () => {
    await page.goto(`${url}/library/`);
    const before = (await shownCases()).length;
    await page.getByRole('checkbox', { name: /Cyber-attack/ }).check();
    await expect.poll(async () => (await shownCases()).length).toBeLessThan(before);
    await page.goBack();
    await expect.poll(shownCases).toHaveLength(before);
  });

  it('has an answer when nothing is found', async () => {
    await page.goto(`${url}/library/?q=xylophone`);
    await expect.poll(() => page.locator('.nothing').isVisible()).toBe(true);
    expect(await page.locator('.nothing').textContent()).toContain('xylophone');
    expect(await page.locator('.nothing a').first().getAttribute('href')).toBe('/library/');
  });

  it('says so where nothing is close, and shows the nearest few all the same', async () => {
    await page.goto(`${url}/library/?q=sick%20note`);
    await expect.poll(() => page.locator('.far').isVisible()).toBe(true);
    expect(await page.getByRole('status').textContent()).toBe('Nothing close to “sick note”');
    expect((await shownCases()).length).toBeLessThanOrEqual(3);
    await page.getByRole('searchbox').fill('saline');
    await expect.poll(() => page.locator('.far').isVisible()).toBe(false);
  });
});

describe('a case', () => {
  it('lets the reader decide before the outcome is told, by keyboard alone', async () => {
    await page.goto(`${url}/cases/aisin-fire-1997/`);
    const choice = page.locator('.gate summary').first();
    await choice.focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('.gate details[open]').count()).toBe(1);
    expect(await page.getByText('Now read what they did.').isVisible()).toBe(true);
  });

  it('leads from each citation to its source and back', async () => {
    await page.goto(`${url}/cases/rare-earths-2010/`);
    const href = await page.locator('article sup a, main sup a').first().getAttribute('href');
    expect(await page.locator(href ?? '').count()).toBe(1);
    expect(await page.locator(`${href} a[href^="#"]`).count()).toBeGreaterThan(0);
  });

  it('is dark when the reader’s system is', async () => {
    const dark = await browser.newPage({ colorScheme: 'dark' });
    await dark.goto(`${url}/cases/helene-baxter-2024/`);
    expect(await dark.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(22, 19, 17)');
    await dark.close();
  });

  it('fits a phone without scrolling sideways', async () => {
    const phone = await browser.newPage({ viewport: { width: 360, height: 740 } });
    for (const path of ['/', '/library/', '/cases/kojima-toyota-2022/', '/lessons/', '/modules/', '/about/']) {
      await phone.goto(`${url}${path}`);
      expect(
        await phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
        path,
      ).toBeLessThanOrEqual(0);
    }
    await phone.close();
  });

  it('prints its sources and not the site around it', async () => {
    await page.goto(`${url}/cases/helene-baxter-2024/`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.site-head nav:visible').count()).toBe(0);
    expect(await page.locator('#sources').isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
  });
});

describe('without JavaScript', () => {
  it('every case can be found by browsing and read to its sources', async () => {
    const plain = await browser.newPage({ javaScriptEnabled: false });
    await plain.goto(`${url}/library/`);
    await plain.locator('#browse ~ * a', { hasText: 'Cyber-attack' }).first().click();
    await plain.locator('main a[href="/cases/kojima-toyota-2022/"]').first().click();
    await plain.waitForURL('**/cases/kojima-toyota-2022/');
    expect(await plain.locator('h1').count()).toBe(1);
    await plain.locator('.gate summary').first().click();
    await plain.locator('.gate details[open]').waitFor();
    await plain.close();
  });
});
