import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backOnSite, languageCookie, languageFor } from './language-choice.ts';

test('what somebody chose goes before what their browser says', () => {
  expect(languageFor('en', 'ja-JP,ja;q=0.9')).toBe('en');
});

test('a browser is answered in the language it likes best of those spoken here', () => {
  expect(languageFor(undefined, 'ja-JP,ja;q=0.9,en;q=0.8')).toBe('ja');
  expect(languageFor(undefined, 'de-DE,en;q=0.4,ja;q=0.7')).toBe('ja');
  expect(languageFor(undefined, 'en-US,en;q=0.9')).toBe('en');
});

test('whoever asks for nothing spoken here gets English', () => {
  for (const header of [null, '', 'de', '*']) expect(languageFor('xx', header)).toBe('en');
});

test('on https the choice has a name that no other host and no unencrypted page can set; no script reads it, and no other site sends it along with a form', () => {
  expect(languageCookie(true)).toMatchObject({
    name: '__Host-nodomoto-language',
    options: { path: '/', secure: true, httpOnly: true, sameSite: 'lax' },
  });
  expect(languageCookie(false)).toMatchObject({ name: 'nodomoto-language', options: { path: '/', secure: false } });
});

const site = 'https://learn.firm.example';

test('whoever chose a language comes back to where they were', () => {
  expect(backOnSite('/n/a.1.b.c?change', site)).toBe('/n/a.1.b.c?change');
  expect(backOnSite(`${site}/desk#foot`, site)).toBe('/desk');
});

/** What browsers read as a slash, a dot or nothing at all, and what makes another host of a path. */
const aWayOut = fc
  .array(
    fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '\t',
      '\r\n',
      ' ',
      '%2f',
      '%5c',
      '@',
      ':',
      '?',
      '#',
      'https:',
      'javascript:',
      'evil.example',
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

test('no way back leads to another site, however it is written', () => {
  fc.assert(
    fc.property(fc.oneof(aWayOut, fc.string()), (from) => {
      const back = backOnSite(from, site);
      expect(back).toMatch(/^\/(?![/\\])/);
      expect(back).not.toMatch(/[^\x21-\x7e]/);
      expect(new URL(back, site).origin).toBe(site);
    }),
    { numRuns: 500 },
  );
  for (const from of ['/.//evil.example', '//evil.example', '/\\evil.example', '/\t/evil.example', '/..//evil.example'])
    expect(new URL(backOnSite(from, site), site).origin, from).toBe(site);
});
