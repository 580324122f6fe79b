import { freeIn, nextMonday, type OfficialDays } from './days-of-a-country.ts';

export const korea: OfficialDays = {
  // The list starts the New Year holiday, the day itself with the one before and the one after, a day late.
  withdrawn: ['korean 01-0-01 P3D'],
  rules: [
    { rule: '1 day before korean 01-0-01 P3D', name: 'Seollal' },
    { rule: `05-01 since 2026 ${nextMonday}`, name: 'Labour Day' },
  ],
  proclaimed: {
    '2026': freeIn(2026, ['06-03']),
    '2028': freeIn(2028, ['04-12']),
  },
  officialUntil: 2027,
  sources: [
    'Almanacs (월력요항) of 2026 and 2027, by @hyunbinseo/holidays-kr 5.2027.1',
    'Public Official Election Act, article 34: elections on 3 June 2026 and 12 April 2028',
  ],
};
