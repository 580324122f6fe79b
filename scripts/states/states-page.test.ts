import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { statesPage } from './states-page.ts';

test('docs/delivery-states.md is drawn from the chart: npm run states', () => {
  expect(readFileSync('docs/delivery-states.md', 'utf8')).toBe(statesPage());
});
