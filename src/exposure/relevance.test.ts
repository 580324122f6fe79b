import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ExposureItem, TeamExposure } from './exposure.ts';
import { type CaseTraits, caseRelevance, lessonRelevance } from './relevance.ts';

const item = (traits: Partial<ExposureItem> = {}): ExposureItem => ({
  name: 'Brake controller',
  input: 'microcontrollers',
  origin: 'JP',
  share: 0.9,
  suppliers: 1,
  stockDays: 10,
  recoveryDays: 90,
  alternative: 'none',
  ...traits,
});
const story = (traits: Partial<CaseTraits> = {}): CaseTraits => ({
  id: 'flood',
  inputs: ['microcontrollers'],
  countries: ['JP'],
  sectors: ['motor'],
  dependencies: ['single-site'],
  roles: ['buyer'],
  ...traits,
});
const team = (...items: ExposureItem[]): TeamExposure => ({ sector: 'motor', items });
const kinds = (traits: CaseTraits, exposure: TeamExposure, role = 'buyer') =>
  caseRelevance(traits, exposure, role).reasons.map((reason) => reason.kind);

test('a case that shares everything with a team is fully relevant, the strongest reason first', () => {
  const { score, reasons } = caseRelevance(story(), team(item()), 'buyer');
  expect(score).toBe(1);
  expect(reasons.map((reason) => reason.kind)).toEqual(['input', 'dependency', 'country', 'sector', 'role']);
});

test('a case that shares nothing is not relevant', () => {
  expect(caseRelevance(story(), { sector: null, items: [] }, 'hr')).toEqual({ score: 0, reasons: [] });
});

test('a second supplier, or a tested alternative, is no single source', () => {
  expect(kinds(story(), team(item({ suppliers: 2 })))).not.toContain('dependency');
  expect(kinds(story(), team(item({ alternative: 'tested' })))).not.toContain('dependency');
});

test('a country matters from half of an item on', () => {
  expect(kinds(story(), team(item({ share: 0.5 })))).toContain('country');
  expect(kinds(story(), team(item({ share: 0.49 })))).not.toContain('country');
});

test('of several items the one nearest to stopping is named', () => {
  const { reasons } = caseRelevance(
    story(),
    team(item({ name: 'Radio', stockDays: 60 }), item({ name: 'Brake controller', stockDays: 5 })),
    'buyer',
  );
  expect(reasons[0]).toMatchObject({ kind: 'input', item: 'Brake controller' });
});

test('somebody outside a lesson’s roles gains half', () => {
  const lesson = { roles: ['planner'], cases: [story()] };
  expect(lessonRelevance(lesson, team(item()), 'buyer').relevance.score).toBe(0.5);
  expect(lessonRelevance({ ...lesson, roles: ['buyer'] }, team(item()), 'buyer').relevance.score).toBe(1);
});

test('a lesson is as relevant as its nearest case, in whatever order the cases stand', () => {
  const cases = [story({ id: 'far', inputs: [], countries: [] }), story({ id: 'near' }), story({ id: 'also-near' })];
  fc.assert(
    fc.property(fc.shuffledSubarray(cases, { minLength: 3 }), (shuffled) => {
      expect(lessonRelevance({ roles: ['buyer'], cases: shuffled }, team(item()), 'buyer')).toMatchObject({
        caseId: 'also-near',
        relevance: { score: 1 },
      });
    }),
  );
});
