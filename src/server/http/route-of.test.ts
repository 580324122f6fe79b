import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formRoutes, methodsOf, routeOf, routes } from './route-of.ts';

const health = ['/healthz', '/readyz', '/metrics'];

const onDemand = readdirSync('src/pages', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .map((file) => ({ file, source: readFileSync(file, 'utf8') }))
  .filter(({ source }) => source.includes('prerender = false'))
  .map(({ file, source }) => ({
    route: file.replace(/^src\/pages/, '').replace(/(\/index)?\.(astro|ts)$/, ''),
    takesForms: /const POST\b|method === 'POST'/.test(source),
  }));

test('every page made on demand has its route', () => {
  expect([...health, ...onDemand.map(({ route }) => route)].sort()).toEqual([...routes].sort());
});

test('a form is taken where a page asks for one, and nowhere else', () => {
  const taking = onDemand.filter(({ takesForms }) => takesForms).map(({ route }) => route);
  expect(taking.sort()).toEqual([...formRoutes].sort());
  expect(methodsOf('/language')).toEqual(['GET', 'HEAD', 'POST']);
  expect(methodsOf('/desk')).toEqual(['GET', 'HEAD']);
  expect(methodsOf('(no page)')).toEqual(['GET', 'HEAD']);
});

test('a request is named by its route, whatever its path holds', () => {
  expect(routeOf('/n/n.1.abc.0123456789012345678901')).toBe('/n/[token]');
  expect(routeOf('/n/n.1.abc.0123456789012345678901/preferences?done=pause')).toBe('/n/[token]/preferences');
  expect(routeOf('/desk/')).toBe('/desk');
  expect(routeOf('/desk/forecastXjson')).toBe('(no page)');
  expect(routeOf('/wp-admin?to=mei@kazehaya.example')).toBe('(no page)');
  expect(routeOf(undefined)).toBe('(no page)');
});

test('an address of its own is not taken for one that a pattern of others fits', () => {
  for (const route of routes.filter((one) => !one.includes('['))) expect(routeOf(route)).toBe(route);
});
