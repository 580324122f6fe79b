import { expect, it, onTestFinished } from 'vitest';
import { deskCookie } from '#server/desk/desk-cookies.ts';
import { CookieBrowser } from '#testing/a-cookie-browser.ts';
import { aRunningApp } from '#testing/a-running-app.ts';
import { anAccountServer } from '#testing/an-account-server.ts';
import { freePort } from '#testing/free-port.ts';

const now = Date.parse('2026-11-24T08:00:00Z');
const mei = { email: 'mei@firm.example', email_verified: true };

it('where trainers sign in by company account alone, it lets in those of them whom the company knows, and no link does', async () => {
  const port = String(await freePort());
  const url = `http://localhost:${port}`;
  const server = await anAccountServer({ callback: `${url}/desk/company/callback` });
  const { issuer, clientId, clientSecret } = server.accounts;
  const doors = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret ?? '' };
  const site = { PORT: port, SITE_URL: url, TRAINERS: mei.email, LINK_SIGN_IN: '0', ...doors };
  const open = await aRunningApp(() => now, site);
  onTestFinished(() => open.close());
  const browser = new CookieBrowser(url);

  const page = await browser.send('/desk/sign-in');
  expect(page.body).toContain('Sign in with your company account');
  expect(page.body).not.toContain('name="email"');
  expect(await browser.send('/desk/sign-in', { email: mei.email })).toMatchObject({ status: 403 });
  expect(await browser.send('/desk/enter/whatever', {})).toMatchObject({ status: 303, to: '/desk/sign-in' });

  const led = { headers: { 'Sec-Fetch-Site': 'cross-site' }, redirect: 'manual' } as const;
  const ledHere = await fetch(`${url}/desk/company`, led);
  expect([ledHere.headers.get('location'), ledHere.headers.getSetCookie()]).toEqual(['/desk/sign-in', []]);

  const signIn = async (account: typeof server.account) => {
    server.account = account;
    const begun = await browser.send('/desk/company');
    return browser.send(`/desk/company/callback${await server.signIn(begun.to ?? '')}`);
  };
  const stranger = await signIn({ ...mei, email: 'jan@firm.example' });
  expect(stranger).toMatchObject({ status: 403, body: expect.stringContaining('belongs to no trainer') });
  expect(await signIn({ ...mei, email_verified: false })).toMatchObject({ status: 403 });
  expect(await signIn('refused')).toMatchObject({ status: 403 });
  expect(await browser.send('/desk/company/callback?code=x&state=y')).toMatchObject({ status: 400 });
  expect(browser.cookie(deskCookie('session', url).name)).toBeUndefined();

  expect(await signIn(mei)).toMatchObject({ status: 303, to: '/desk' });
  expect(await browser.send('/desk')).toMatchObject({ status: 200 });
  expect(open.logged.text()).toContain('"way":"company-account"');
  for (const why of ['no-trainer', 'unverified', 'refused', 'stale'])
    expect(open.logged.lines()).toContainEqual(expect.objectContaining({ event: 'company-sign-in-failed', why }));
  expect(open.logged.text()).not.toContain('firm.example"');
  expect(open.received).toEqual([]);
});
