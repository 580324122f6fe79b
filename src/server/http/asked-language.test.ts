import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { askedLanguage } from './asked-language.ts';

function asking(url: string, headers: Record<string, string>): IncomingMessage {
  return Object.assign(new IncomingMessage(new Socket()), { url, headers });
}

test('whoever gets no page of their own is answered in the language that they chose, else in that of the address or browser', () => {
  expect(askedLanguage(asking('/gone', { cookie: 'a=b; nodomoto-language=ja' }), false)).toBe('ja');
  expect(askedLanguage(asking('/ja/gone?x', { cookie: 'nodomoto-language=en' }), false)).toBe('ja');
  expect(askedLanguage(asking('/gone', { 'accept-language': 'ja' }), false)).toBe('ja');
});

test('on https a cookie counts by the name alone that no other host can set', () => {
  expect(askedLanguage(asking('/gone', { cookie: '__Host-nodomoto-language=ja' }), true)).toBe('ja');
  expect(askedLanguage(asking('/gone', { cookie: 'nodomoto-language=ja' }), true)).toBe('en');
});
