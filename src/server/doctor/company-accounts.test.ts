import { expect, test } from 'vitest';
import { anAccountServer } from '#testing/an-account-server.ts';
import { freePort } from '#testing/free-port.ts';
import { companyAccountsReached } from './company-accounts.ts';

const siteUrl = 'https://learn.firm.example';

test('a server of company accounts that answers is good; one that does not is told with what to look at', async () => {
  const { accounts } = await anAccountServer({ callback: `${siteUrl}/desk/company/callback` });
  expect(await companyAccountsReached(accounts, siteUrl)).toMatchObject({ grade: 'good' });
  const silent = { ...accounts, issuer: `http://127.0.0.1:${await freePort()}` };
  expect(await companyAccountsReached(silent, siteUrl)).toMatchObject({
    grade: 'wrong',
    says: expect.stringMatching(/\/\.well-known\/openid-configuration cannot be read .*OIDC_ISSUER/),
  });
});
