import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { readTarget } from './request-target.ts';

function aRequest(url: string, ...hosts: string[]): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  request.url = url;
  request.rawHeaders = hosts.flatMap((host) => ['Host', host]);
  request.headers = hosts[0] === undefined ? {} : { host: hosts[0] };
  return request;
}

test('a path is taken as it was sent', () => {
  expect(readTarget(aRequest('/n/a?change', 'learn.example'))).toEqual({ path: '/n/a?change', host: 'learn.example' });
  expect(readTarget(aRequest('/about'))).toEqual({ path: '/about', host: undefined });
});

test('a proxy may send the whole address, and its host is the one that counts', () => {
  const read = (url: string) => readTarget(aRequest(url, 'learn.example'));
  expect(read('http://evil.example/desk?a')).toEqual({ path: '/desk?a', host: 'evil.example' });
  expect(read('http://learn.example')).toEqual({ path: '/', host: 'learn.example' });
  expect(read('http://learn.example?a')).toEqual({ path: '/?a', host: 'learn.example' });
});

test.each(['*', 'desk', 'ftp://learn.example/', '/%', '/%ff', '/%00', '/desk%e0%a4'])('%s is no address', (url) => {
  expect(readTarget(aRequest(url, 'learn.example'))).toBeNull();
});

test('a request for two hosts is for none', () => {
  expect(readTarget(aRequest('/', 'learn.example', 'evil.example'))).toBeNull();
});
