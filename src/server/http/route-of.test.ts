import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { routeOf, routes } from './route-of.ts';

const health = ['/healthz', '/readyz', '/metrics'];

test('every page made on demand has its route', () => {
  const files = readdirSync('src/pages', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file, 'utf8').includes('prerender = false'));
  const ofPages = files.map((file) => file.replace(/^src\/pages/, '').replace(/(\/index)?\.(astro|ts)$/, ''));
  expect([...health, ...ofPages].sort()).toEqual([...routes].sort());
});

test('a request is named by its route, whatever its path holds', () => {
  expect(routeOf('/n/n.1.abc.0123456789012345678901')).toBe('/n/[token]');
  expect(routeOf('/n/n.1.abc.0123456789012345678901/preferences?done=pause')).toBe('/n/[token]/preferences');
  expect(routeOf('/desk/')).toBe('/desk');
  expect(routeOf('/desk/forecastXjson')).toBe('(no page)');
  expect(routeOf('/wp-admin?to=mei@kazehaya.example')).toBe('(no page)');
  expect(routeOf(undefined)).toBe('(no page)');
});
