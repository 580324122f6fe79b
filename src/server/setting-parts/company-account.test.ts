import { expect, test } from 'vitest';
import { readSettings } from '../settings.ts';

const issuer = 'https://login.firm.example';

test('without a server of the company trainers get in by a link, with one by both, or by their account alone', () => {
  expect(readSettings({})).toMatchObject({ companyAccounts: null, linkSignIn: true });
  expect(readSettings({ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'nodomoto', LINK_SIGN_IN: '0' })).toMatchObject({
    companyAccounts: { issuer, clientId: 'nodomoto', clientSecret: null },
    linkSignIn: false,
  });
});

test.each([
  [{ OIDC_ISSUER: issuer }, 'OIDC_CLIENT_ID: set it too'],
  [{ OIDC_ISSUER: 'http://login.firm.example', OIDC_CLIENT_ID: 'x' }, 'OIDC_ISSUER: use https://'],
  [{ OIDC_CLIENT_SECRET: 'x' }, 'OIDC_CLIENT_SECRET: set OIDC_ISSUER too'],
  [{ LINK_SIGN_IN: '0' }, 'LINK_SIGN_IN: set OIDC_ISSUER too, or nobody gets in'],
])('%j is refused with its mend', (settings, fault) => {
  expect(() => readSettings(settings)).toThrow(fault);
});
