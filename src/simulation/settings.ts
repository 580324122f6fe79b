import type { SettingId } from '#core/evidence/names.ts';
import type { AlikePeople } from './bound/alike-people.ts';
import type { Limit } from './bound/upper-bound.ts';
import type { OrganisationShape } from './organisation.ts';
import { equalLessons, rolesAndWeights } from './organisations.ts';
import type { Allowance } from './policy.ts';

/** An organisation and how many e-mails it allows. */
export type Setting = {
  id: SettingId;
  shape: OrganisationShape;
  /** E-mails to one person in a week in which e-mail may be sent, and how many weeks apart such weeks are. */
  perPerson: number;
  everyWeeks: number;
  /** E-mails in a week for all together, per person; null when each person has their own limit only. */
  pooledPerPerson: number | null;
};

const settings: Record<SettingId, Omit<Setting, 'id'>> = {
  weekly: { shape: rolesAndWeights, perPerson: 1, everyWeeks: 1, pooledPerPerson: null },
  monthly: { shape: rolesAndWeights, perPerson: 1, everyWeeks: 4, pooledPerPerson: null },
  pooled: { shape: rolesAndWeights, perPerson: 2, everyWeeks: 1, pooledPerPerson: 1 },
  'pooled-monthly': { shape: rolesAndWeights, perPerson: 2, everyWeeks: 1, pooledPerPerson: 0.25 },
  'equal-weekly': { shape: equalLessons, perPerson: 1, everyWeeks: 1, pooledPerPerson: null },
};

/** A setting, with fewer teams for a quick run. */
export function settingOf(id: SettingId, teams: number): Setting {
  const setting = settings[id];
  return { id, ...setting, shape: { ...setting.shape, teams } };
}

export function allowanceOf(setting: Setting, week: number): Allowance {
  const people = setting.shape.teams * setting.shape.teamSize;
  const open = week % setting.everyWeeks === 0;
  return {
    perPerson: open ? setting.perPerson : 0,
    total: setting.pooledPerPerson === null ? Number.POSITIVE_INFINITY : Math.round(setting.pooledPerPerson * people),
  };
}

/**
 * The limits as the bound relaxes them: one for each kind of people where everybody has their own, one for all where e-mails are pooled.
 * The pooled bound leaves out that nobody gets more than two a week, so it is looser and still valid.
 */
export function limitsOf(setting: Setting, groups: readonly AlikePeople[], weeks: number): Limit[] {
  const allowances = Array.from({ length: weeks }, (_, week) => allowanceOf(setting, week));
  if (setting.pooledPerPerson !== null) return [{ groups, mailsInWeek: allowances.map(({ total }) => total) }];
  return groups.map((group) => ({
    groups: [group],
    mailsInWeek: allowances.map(({ perPerson }) => (perPerson === 0 ? null : perPerson * group.people.length)),
  }));
}
