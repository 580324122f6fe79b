import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { settingsSchema } from './settings.ts';
import { settingsExample } from './settings-example.ts';

test('.env.example is what npm run settings writes: no setting is missing from it', () => {
  expect(readFileSync('.env.example', 'utf8')).toBe(settingsExample());
});

test('every setting says what it is for', () => {
  const silent = Object.entries(settingsSchema.shape).filter(([, setting]) => !setting.description);
  expect(silent.map(([name]) => name)).toEqual([]);
});
