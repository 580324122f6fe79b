import { nearestWorkday, type OfficialDays } from './days-of-a-country.ts';

export const unitedStates: OfficialDays = {
  withdrawn: [],
  rules: [{ rule: `11-11 ${nearestWorkday}`, name: 'Veterans Day' }],
  proclaimed: {},
  officialUntil: null,
  sources: ['5 U.S.C. 6103(b): federal holidays on a Saturday or Sunday'],
};
