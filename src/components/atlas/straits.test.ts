import { expect, test } from 'vitest';
import { readContent } from '#catalogue/read/read-content.ts';
import { straits } from './straits.ts';

test('every strait on the map is a route of the vocabulary', () => {
  const routes = readContent('content').vocabulary.routes.map((term) => term.id);
  for (const { id } of straits) expect(routes).toContain(id);
});
