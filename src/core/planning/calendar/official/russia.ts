import { freeIn, type OfficialDays } from './days-of-a-country.ts';

export const russia: OfficialDays = {
  withdrawn: [],
  rules: [],
  proclaimed: {
    '2026': freeIn(2026, ['01-09', '05-11', '12-31']),
    '2027': {
      ...freeIn(2027, ['02-22', '05-03', '05-10', '06-14', '11-05', '12-31']),
      worked: ['2027-02-20'],
    },
  },
  officialUntil: 2027,
  sources: [
    'Government decree 1466 of 24 September 2025, on 2026; Labour Code, article 112, on holidays at a weekend',
    'Government decree 1187 of 17 September 2026, on 2027',
  ],
};
