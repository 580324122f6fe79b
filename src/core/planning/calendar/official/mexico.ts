import type { OfficialDays } from './days-of-a-country.ts';

export const mexico: OfficialDays = {
  withdrawn: ['12-01 every 6 years since 1934'],
  rules: [{ rule: '10-01 every 6 years since 2024', name: 'change of government' }],
  proclaimed: {},
  officialUntil: null,
  sources: ['Ley Federal del Trabajo, article 74 VII, as of 30 September 2024'],
};
