import { expect, test } from 'vitest';
import { readingGrade } from './reading-grade.ts';

test('short plain sentences read easily, and long ones of long words do not', () => {
  const plain = 'Toyota had four hours of valves. The plant had burned. Nobody else made the part.';
  const heavy =
    'Inventory optimisation methodologies systematically underestimated catastrophic discontinuities in concentrated manufacturing configurations, notwithstanding organisational familiarity with probabilistic considerations.';
  expect(readingGrade(plain)).toBeLessThan(5);
  expect(readingGrade(heavy)).toBeGreaterThan(20);
});

test('a decimal point ends no sentence, and a figure is read at a glance', () => {
  expect(readingGrade('It cost 1.5 billion in 2,000 days.')).toBeLessThan(4);
});
