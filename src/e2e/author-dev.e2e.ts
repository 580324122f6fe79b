import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { aContentFolder } from '#testing/a-content-folder.ts';
import { startAstroDev } from '#testing/running-astro-dev.ts';
import { openBrowser } from '../../scripts/build/find-browser.ts';

const slug = 'aisin-fire-1997';
const story = `cases/${slug}/index.mdx`;

/** Whose translation is taken away. */
const untold = 'hurricane-maria-saline-2017';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('a broken case is left out while its author writes, and stands again when it is mended', async () => {
  const content = aContentFolder();
  const whole = content.read(story);
  content.replace(story, /^title:.*/m, 'title: "one');
  content.remove(`cases/${untold}/index.ja.mdx`);
  const server = await startAstroDev(content.folder);
  onTestFinished(server.stop);
  const get = async (path: string) => {
    const response = await fetch(`${server.url}${path}`);
    return { status: response.status, text: await response.text() };
  };

  const home = await get('/');
  expect(home.status).toBe(200);
  expect(home.text).toContain(`1 case is left out: <a href="/cases/${slug}/">${slug}</a>`);
  const library = await get('/library/');
  expect(library.status).toBe(200);
  expect(library.text.replace(/<aside.*?<\/aside>/s, '')).not.toContain(slug);
  const healthy = await get('/cases/kfc-dhl-2018/');
  expect(healthy.status).toBe(200);
  expect(healthy.text).toContain('What was forgotten');

  const japanese = await get(`/ja/cases/${untold}/`);
  expect(japanese.text, 'an article that nobody translated is marked as English, under a notice').toMatch(
    /<article[^>]* lang="en"/,
  );
  expect(japanese.text).toContain('まだ日本語に訳されていません');
  expect(japanese.text, 'and both addresses stand for one page').toMatch(
    new RegExp(`rel="canonical" href="[^"]*(?<!/ja)/cases/${untold}/"`),
  );

  const page = await browser.newPage();
  onTestFinished(() => page.close());
  await page.goto(`${server.url}/cases/${slug}/`);
  const faults = await page.locator('main').textContent();
  expect(faults).toContain('1 thing to mend');
  expect(faults).toContain(story);
  expect(faults).toContain('line 2');
  expect(faults).toContain('This is not valid YAML.');
  expect(faults).toContain('Quote text that holds a colon.');

  content.write(story, whole);
  await page.getByRole('heading', { level: 2, name: 'What was forgotten' }).waitFor();
  expect((await get('/')).text).not.toContain('left out');
});
