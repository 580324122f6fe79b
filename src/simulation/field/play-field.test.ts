import { expect, test } from 'vitest';
import { simpleRuleIds } from '#core/evidence/field-evidence.ts';
import { localDaysBetween } from '#core/planning/calendar/calendar.ts';
import { leastGapDays } from '#core/planning/pace.ts';
import { dateOf, isFieldWorkday } from './field-calendar.ts';
import { type FieldPace, fieldOrganisation } from './field-organisation.ts';
import { runField } from './field-report.ts';
import type { FieldRule } from './field-rule.ts';
import type { FieldOutcome } from './field-tally.ts';
import { type FieldMailSent, playField } from './play-field.ts';
import { fieldRules } from './rules/all.ts';
import { nodomoto } from './rules/nodomoto.ts';
import { fieldWorlds } from './worlds/field-worlds.ts';

const shape = { teams: 2, teamSize: 6, lessons: 10, weeks: 12 };
const rules = Object.values(fieldRules);
const simpleRules = simpleRuleIds.map((id) => fieldRules[id]);
const organisation = fieldOrganisation({ ...shape, seed: 5 });

type Played = { mails: FieldMailSent[]; outcome: FieldOutcome };

const kept = new Map<string, Played>();

/** Each rule is played once at each pace, and looked at by several tests. */
function played(rule: FieldRule, pace: FieldPace): Played {
  const key = `${rule.id} ${pace}`;
  const known = kept.get(key) ?? playedAnew(rule, pace);
  kept.set(key, known);
  return known;
}

function playedAnew(rule: FieldRule, pace: FieldPace): Played {
  const mails: FieldMailSent[] = [];
  const outcome = playField({ organisation, fresh: fieldWorlds.wickelgren, pace, rule }, (mail) => mails.push(mail));
  return { mails, outcome };
}

test.each(rules)('$id sends nobody mail sooner than their pace allows, and none on a free day', (rule) => {
  for (const pace of ['weekly', 'monthly'] as const) {
    const { mails } = played(rule, pace);
    for (const ofPerson of Map.groupBy(mails, ({ personId }) => personId).values())
      for (const [index, { day }] of ofPerson.slice(1).entries())
        expect(localDaysBetween(dateOf(ofPerson[index]?.day ?? day), dateOf(day))).toBeGreaterThanOrEqual(
          leastGapDays[pace],
        );
    expect(mails.filter(({ day }) => !isFieldWorkday(day))).toEqual([]);
  }
});

test.each(rules)('$id writes to nobody before they came, after they left or in an absence it was told of', (rule) => {
  for (const { personId, day } of played(rule, 'weekly').mails) {
    const person = organisation.people.find(({ id }) => id === personId);
    expect(day).toBeGreaterThanOrEqual(person?.from ?? Number.POSITIVE_INFINITY);
    expect(day).toBeLessThanOrEqual(person?.leaves?.on ?? day);
    expect(person?.absences.filter(({ from, until, told }) => told && from <= day && day <= until)).toEqual([]);
  }
});

test.each(rules)('$id comes to the same for the same seed, and to something else for another', (rule) => {
  const { outcome } = played(rule, 'weekly');
  expect(playedAnew(rule, 'weekly').outcome).toEqual(outcome);
  const other = fieldOrganisation({ ...shape, seed: 6 });
  expect(playField({ organisation: other, fresh: fieldWorlds.wickelgren, pace: 'weekly', rule }, () => {})).not.toEqual(
    outcome,
  );
});

test('every rule may send as much, and none but the planner may hold mail back', () => {
  const most = Math.max(...simpleRules.map((rule) => played(rule, 'weekly').mails.length));
  for (const rule of simpleRules) expect(played(rule, 'weekly').mails.length / most, rule.id).toBeGreaterThan(0.8);
  expect(played(nodomoto, 'weekly').mails.length).toBeLessThanOrEqual(1.02 * most);
});

test('whoever never answers gets mail from the planner all the same', () => {
  const silent = organisation.people.filter(({ answerRate }) => answerRate === 0).map(({ id }) => id);
  expect(silent).not.toEqual([]);
  const { mails } = played(nodomoto, 'weekly');
  for (const id of silent) expect(mails.filter(({ personId }) => personId === id).length).toBeGreaterThan(3);
});

test('the trial’s table counts from nothing to the clairvoyant, and says by how much the planner passes or misses the best simple rule', () => {
  const table = runField({
    kind: 'field',
    world: 'multiscale',
    pace: 'weekly',
    shape: { ...shape, weeks: 12 },
    seeds: [5],
  });
  expect(table.rows.at(0)).toMatchObject({ recallShare: 0, teamMemoryShare: 0, mailsPerPersonWeek: 0 });
  expect(table.rows.at(-1)).toMatchObject({ recallShare: 1, teamMemoryShare: 1 });
  for (const { measure, best, difference, met } of table.goals) {
    const of = (id: string) => table.rows.find(({ rule }) => rule === id)?.[measure] ?? Number.NaN;
    expect(difference).toBeCloseTo(of('nodomoto') - of(best), 9);
    expect(met).toBe(difference >= -0.005);
  }
});
