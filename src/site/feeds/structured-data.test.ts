import { expect, test } from 'vitest';
import { findCase } from '#catalogue/catalogue.ts';
import { readContent } from '#catalogue/read/read-content.ts';
import { caseThing } from './structured-data.ts';

test('a topic is read from its own list, where a sector and a hazard share an id', () => {
  const catalogue = readContent('content');
  const gallium = findCase(catalogue, 'gallium-germanium-2023');
  expect(gallium.sectors).toContain('energy');
  const thing = caseThing(catalogue, gallium, { site: 'https://nodomoto.example', toldIn: 'en' });
  expect(JSON.stringify(thing)).toContain('"Energy"');
  expect(JSON.stringify(thing)).not.toContain('Energy shortage');
});
