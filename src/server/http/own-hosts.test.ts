import { expect, test } from 'vitest';
import { isOwnHost, ownHosts } from './own-hosts.ts';

const own = ownHosts('https://learn.firm.example', 4321);

test.each([
  'learn.firm.example',
  'LEARN.firm.example',
  'learn.firm.example:443',
  'localhost:4321',
  '127.0.0.1:4321',
  '[::1]:4321',
])('%s is this site', (host) => expect(isOwnHost(host, own)).toBe(true));

test.each([
  'evil.example',
  'learn.firm.example.evil.example',
  'learn.firm.example:8443',
  'learn.firm.example@evil.example',
  'localhost',
  'localhost:80',
  'localhost.evil.example:4321',
  '10.0.0.5:4321',
  '',
  ' learn.firm.example',
  undefined,
])('%j is not', (host) => expect(isOwnHost(host, own)).toBe(false));

test('an address with a port is known by that port alone, and one at the usual port with or without', () => {
  const trial = ownHosts('http://trial.firm.example:8080', 8080);
  expect(isOwnHost('trial.firm.example:8080', trial)).toBe(true);
  expect(isOwnHost('trial.firm.example', trial)).toBe(false);
  const plain = ownHosts('http://learn.firm.example', 80);
  for (const host of ['learn.firm.example', 'learn.firm.example:80', 'localhost', '[::1]:80'])
    expect(isOwnHost(host, plain), host).toBe(true);
});
