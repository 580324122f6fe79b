import type { OfficialDays } from './days-of-a-country.ts';

export const china: OfficialDays = {
  // Children’s Day is a holiday of those under fourteen.
  withdrawn: ['06-01'],
  rules: [
    { rule: 'chinese 01-0-03', name: 'Spring Festival' },
    { rule: '05-02', name: 'Labour Day' },
  ],
  proclaimed: {
    '2026': {
      free: [
        ...['2026-01-02', '2026-02-20', '2026-02-23', '2026-04-06', '2026-05-04', '2026-05-05'],
        ...['2026-10-05', '2026-10-06', '2026-10-07'],
      ],
      worked: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
      mistaken: [],
    },
  },
  officialUntil: 2026,
  sources: [
    'Regulation on public holidays of 10 November 2024: four days at the Spring Festival, two in May',
    'State Council General Office, notice of 4 November 2025 on the holidays of 2026',
  ],
};
