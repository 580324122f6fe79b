import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { anOpenMail, answerLink, unsubscribeLink } from '#testing/an-open-mail.ts';
import { openBrowser } from '../../scripts/build/find-browser.ts';

const url = inject('productUrl');
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

describe('a mail from the inbox', () => {
  it('can be answered: the tapped choice is preselected, a button confirms, and the page teaches and says when the next comes', async () => {
    const page = await browser.newPage();
    const link = answerLink(await anOpenMail(page, url), 'b');
    await page.goto(link);
    expect(await page.locator('input[name="choice"]').nth(1).isChecked()).toBe(true);
    await page.getByLabel('Fairly sure').check();
    await page.getByRole('button', { name: 'Confirm my answer' }).click();
    expect(await page.getByText(/You chose well|Another answer holds better/).count()).toBe(1);
    expect(await page.getByText('You are likely to meet this lesson again on or about').count()).toBe(1);
    expect(await page.getByRole('link', { name: 'Read the whole case' }).count()).toBe(1);
    await page.close();
  });

  it('is shown in a frame as tall as it is, however short', async () => {
    const page = await browser.newPage();
    await page.goto(`${url}/inbox`);
    const mails = await page
      .locator('ol.mails a')
      .evaluateAll((links) => links.map((link) => (link instanceof HTMLAnchorElement ? link.href : '')));
    expect(mails.length).toBeGreaterThan(3);
    for (const mail of mails.slice(0, 8)) {
      await page.goto(mail);
      const { frame, body } = await page.locator('iframe').evaluate((element) => ({
        frame: element.clientHeight,
        body: element instanceof HTMLIFrameElement ? (element.contentDocument?.documentElement.offsetHeight ?? 0) : 0,
      }));
      expect(Math.abs(frame - body), mail).toBeLessThan(4);
    }
    await page.close();
  });

  it('opened fifty times by a scanner, with GET and HEAD on every link, changes nothing', async () => {
    const page = await browser.newPage();
    const mail = await anOpenMail(page, url);
    const links = mail.links.filter((link) => link.startsWith(url));
    const before = await (await fetch(`${url}/metrics`)).text();
    for (const link of links) {
      await fetch(link, { method: 'HEAD' });
      for (let times = 0; times < 50 / links.length; times += 1) await fetch(link);
    }
    expect(await (await fetch(`${url}/metrics`)).text()).toBe(before);
    await page.goto(answerLink(mail, 'b'));
    expect(await page.getByRole('button', { name: 'Confirm my answer' }).count()).toBe(1);
    await page.goto(unsubscribeLink(mail));
    expect(await page.getByRole('heading', { name: /Stop all mail to/ }).count()).toBe(1);
    await page.close();
  });

  it('answers without JavaScript too', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(answerLink(await anOpenMail(page, url), 'a'));
    await page.getByLabel('A guess').check();
    await page.getByRole('button', { name: 'Confirm my answer' }).click();
    expect(await page.getByRole('link', { name: 'Change my answer' }).count()).toBe(1);
    await page.close();
  });

  it('refuses a form sent from another site', async () => {
    const page = await browser.newPage();
    const link = answerLink(await anOpenMail(page, url), 'b').split('?')[0] ?? '';
    const body = new URLSearchParams({ choice: 'a', sureness: 'sure' });
    const reply = await fetch(link, { method: 'POST', body, headers: { Origin: 'https://elsewhere.example' } });
    expect(reply.status).toBe(403);
    await page.close();
  });

  it('names its unsubscribe in headers, which one POST without a page obeys, and the page can undo', async () => {
    const page = await browser.newPage();
    const link = unsubscribeLink(await anOpenMail(page, url));
    const reply = await fetch(link, {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
      redirect: 'manual',
    });
    expect(reply.status).toBe(200);
    await page.goto(link);
    expect(await page.getByRole('heading', { name: 'You are unsubscribed' }).count()).toBe(1);
    await page.getByRole('button', { name: /Undo/ }).click();
    expect(await page.getByRole('heading', { name: /Stop all mail to/ }).count()).toBe(1);
    await page.getByRole('button', { name: 'Unsubscribe' }).click();
    expect(await page.getByRole('heading', { name: 'You are unsubscribed' }).count()).toBe(1);
    await page.getByRole('button', { name: /Undo/ }).click();
    await page.close();
  });

  it('can be put off, paused, slowed and called not relevant', async () => {
    const page = await browser.newPage();
    const link = answerLink(await anOpenMail(page, url), 'b').split('?')[0] ?? '';
    await page.goto(`${link}/preferences`);
    await page.getByRole('button', { name: /Do not ask me about this lesson/ }).click();
    expect(await page.getByRole('status').textContent()).toContain('not be asked about this lesson again');
    await page.getByRole('button', { name: 'It is relevant after all' }).click();
    await page.getByLabel('Every two weeks').check();
    await page.getByRole('button', { name: 'Keep this pace' }).click();
    expect(await page.getByLabel('Every two weeks').isChecked()).toBe(true);
    const nextMonth = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel('No mail up to and including').fill(nextMonth);
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    expect(await page.getByText(/Paused until/).count()).toBe(1);
    await page.getByRole('button', { name: 'End the pause now' }).click();
    await page.getByRole('button', { name: 'In three days' }).click();
    expect(await page.getByRole('status').textContent()).toContain('will come again');
    await page.close();
  });
});

describe('a link that opens nothing', () => {
  it.each([
    ['/n/n.1.zzzzzz.AAAAAAAAAAAAAAAAAAAAAA', 'This link is not complete'],
    ['/n/rubbish', 'This link is not complete'],
    ['/u/u.1.zzzzzz.AAAAAAAAAAAAAAAAAAAAAA', 'This link is not complete'],
  ])('%s says so and is not found', async (path, title) => {
    const reply = await fetch(`${url}${path}`);
    expect(reply.status).toBe(404);
    expect(await reply.text()).toContain(title);
  });

  it('made for another page says that it is for something else', async () => {
    const page = await browser.newPage();
    const link = unsubscribeLink(await anOpenMail(page, url));
    const reply = await fetch(link.replace('/u/', '/n/'));
    expect(reply.status).toBe(404);
    expect(await reply.text()).toContain('This link is for something else');
    await page.close();
  });
});
