import { expect, test } from 'vitest';
import { isLedHere, mayChange } from './same-origin.ts';

const site = 'https://nodomoto.example';
const own = 'http://localhost:4321';

test.each([
  ['GET', '/desk', 'https://elsewhere.example', 'cross-site', true, 'reading changes nothing, whoever asks'],
  ['HEAD', '/n/token', null, null, true, 'mail scanners look at links'],
  ['POST', '/n/token', site, 'same-origin', true, 'our own form'],
  ['POST', '/n/token', own, 'same-origin', true, 'our own form behind a proxy'],
  ['POST', '/n/token', null, 'same-origin', true, 'a browser that leaves Origin out of our own form'],
  ['POST', '/n/token', 'null', 'same-origin', true, 'a browser that blanks the Origin of our own form'],
  ['POST', '/n/token', 'https://elsewhere.example', 'cross-site', false, 'a form on another site'],
  ['POST', '/n/token', 'https://elsewhere.example', 'same-origin', false, 'Origin is believed before Sec-Fetch-Site'],
  ['POST', '/n/token', null, 'cross-site', false, 'another site, said by the browser'],
  ['POST', '/n/token', null, 'same-site', false, 'another host of the same domain'],
  ['POST', '/desk/assignments', null, null, false, 'a program that says nothing of itself'],
  ['POST', '/desk/assignments', 'null', null, false, 'a sandboxed frame'],
  ['PUT', '/desk/assignments', 'https://elsewhere.example', null, false, 'every changing method'],
  ['PATCH', '/desk/assignments', 'https://elsewhere.example', null, false, 'every changing method'],
  ['DELETE', '/desk/assignments', 'https://elsewhere.example', null, false, 'every changing method'],
  ['POST', '/u/token', null, null, true, 'a mail server’s one-click unsubscribe (RFC 8058)'],
  ['POST', '/u/token', 'https://elsewhere.example', 'cross-site', false, 'another site may not unsubscribe a reader'],
  ['POST', '/user', null, null, false, 'a path that only begins alike'],
])('%s %s from %s (%s): %s, %s', (method, path, origin, fetchSite, allowed, _) => {
  expect(mayChange({ method, path, origin, fetchSite, siteOrigin: site, ownOrigin: own })).toBe(allowed);
});

test('a browser is led here by another site, or another host of the same domain, and not by our page, a bookmark or an old browser', () => {
  for (const site of ['cross-site', 'same-site']) expect(isLedHere(site)).toBe(true);
  for (const site of ['same-origin', 'none', null]) expect(isLedHere(site)).toBe(false);
});
