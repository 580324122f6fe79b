import { expect, test } from 'vitest';
import { readSettings } from '#server/settings.ts';

const faultsOf = (settings: Record<string, string>) => {
  try {
    readSettings(settings);
    return '';
  } catch (error) {
    return String(error);
  }
};
const whole = { XAPI_ENDPOINT: 'https://lrs.firm.example/xapi', XAPI_KEY: 'nodomoto', XAPI_SECRET: 'a secret' };

test('without a store nobody is told anything; with one its address ends with a slash', () => {
  expect(readSettings({}).xapi).toBeNull();
  expect(readSettings(whole).xapi).toEqual({
    endpoint: 'https://lrs.firm.example/xapi/',
    key: 'nodomoto',
    secret: 'a secret',
  });
});

test.each([
  ['half of it', { ...whole, XAPI_SECRET: '' }, 'XAPI_SECRET: set it too'],
  ['a key for no store', { XAPI_KEY: 'nodomoto' }, 'XAPI_KEY: set XAPI_ENDPOINT too'],
  ['an address in clear', { ...whole, XAPI_ENDPOINT: 'http://lrs.firm.example/xapi/' }, 'use https://'],
  [
    'a password in the address',
    { ...whole, XAPI_ENDPOINT: 'https://a:b@lrs.firm.example/' },
    'XAPI_KEY and XAPI_SECRET',
  ],
  [
    'the address of statements',
    { ...whole, XAPI_ENDPOINT: 'https://lrs.firm.example/xapi/statements' },
    'leave out /statements',
  ],
])('%s is refused with the mend', (_, settings, mend) => {
  expect(faultsOf(settings)).toContain(mend);
});

test('on this machine a store may be reached in clear', () => {
  expect(readSettings({ ...whole, XAPI_ENDPOINT: 'http://127.0.0.1:8080/xapi' }).xapi?.endpoint).toBe(
    'http://127.0.0.1:8080/xapi/',
  );
});
