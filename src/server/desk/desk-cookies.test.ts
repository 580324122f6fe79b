import { expect, test } from 'vitest';
import { deskCookie } from './desk-cookies.ts';

test('on https a cookie has a name that no other host and no unencrypted page can set, and is sent encrypted alone', () => {
  for (const cookie of ['session', 'asked', 'known', 'company'] as const) {
    const { name, options } = deskCookie(cookie, 'https://learn.firm.example');
    expect(name).toMatch(/^__Host-nodomoto-/);
    expect(options(1000)).toEqual({
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: true,
      expires: new Date(1000),
    });
  }
});

test('on http, for trials, it has a plain name and is sent to the desk alone', () => {
  const { name, options } = deskCookie('session', 'http://localhost:4321');
  expect(name).toBe('nodomoto-desk');
  expect(options(1000)).toMatchObject({ path: '/desk', httpOnly: true, secure: false });
});
