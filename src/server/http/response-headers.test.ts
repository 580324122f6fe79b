import { expect, test } from 'vitest';
import { answerKinds, headersOf, joinPolicies, kindOfFile, kindOfRoute } from './response-headers.ts';

test.each(answerKinds)(
  '%s: no other site may show it in a frame, read it as another type or send it a base',
  (kind) => {
    const { 'Content-Security-Policy': policy = '', 'X-Content-Type-Options': sniff } = headersOf(kind, true);
    expect(policy).toMatch(kind === 'mail-body' ? /frame-ancestors 'self'$/ : /frame-ancestors 'none'$/);
    expect(policy).toContain('base-uri ');
    expect(sniff).toBe('nosniff');
  },
);

test.each(['private', 'mail-body', 'machine', 'problem'] as const)(
  '%s: nobody keeps it, finds it or learns its address',
  (kind) => {
    expect(headersOf(kind, true)).toMatchObject({
      'Cache-Control': 'no-store',
      'X-Robots-Tag': 'noindex',
      'Referrer-Policy': expect.stringMatching(/^(same-origin|no-referrer)$/),
      'Cross-Origin-Resource-Policy': 'same-origin',
    });
  },
);

test.each(answerKinds)('%s: no script of another site may read it', (kind) => {
  const names = Object.keys(headersOf(kind, true)).map((name) => name.toLowerCase());
  expect(names.filter((name) => name.startsWith('access-control-'))).toEqual([]);
});

test('only a site that is reached over TLS asks never to be reached without', () => {
  for (const kind of answerKinds) {
    expect(headersOf(kind, true)['Strict-Transport-Security']).toBe('max-age=31536000; includeSubDomains');
    expect(headersOf(kind, false)).not.toHaveProperty('Strict-Transport-Security');
  }
});

test.each([
  ['/index.html', 'page'],
  ['/cases/suez/index.html', 'page'],
  ['/_astro/shell.4f3a.js', 'asset'],
  ['/_astro/inter.woff2', 'asset'],
  ['/sw.js', 'script'],
  ['/og.png', 'picture'],
  ['/map/world.svg', 'picture'],
  ['/ja/feed.json', 'feed'],
  ['/rss.xml', 'feed'],
  ['/cases/suez/huddle.pdf', 'document'],
  ['/catalogue.json', 'data'],
  ['/robots.txt', 'data'],
])('%s is a %s', (name, kind) => {
  expect(kindOfFile(name)).toBe(kind);
});

test('what is made on demand is private, and a mail in the inbox is held to more', () => {
  expect(kindOfRoute('/n/[token]')).toBe('private');
  expect(kindOfRoute('/inbox/[id]')).toBe('private');
  expect(kindOfRoute('/inbox/[id]/body')).toBe('mail-body');
});

test('what the house wrote is kept by the browser of whoever read it alone, and never shown before asking again', () => {
  const headers = headersOf(kindOfRoute('/desk/house.json'), true);
  expect(headers).toMatchObject({ 'Cache-Control': 'private, no-cache', 'X-Robots-Tag': 'noindex' });
  expect(headers['Content-Security-Policy']).toContain("default-src 'none'");
});

test('a page keeps its own policy but where its kind says more', () => {
  expect(joinPolicies("default-src 'self'; base-uri 'self';", "base-uri 'none'; frame-ancestors 'none'")).toBe(
    "default-src 'self'; base-uri 'none'; frame-ancestors 'none'",
  );
  expect(joinPolicies(null, "frame-ancestors 'none'")).toBe("frame-ancestors 'none'");
});
