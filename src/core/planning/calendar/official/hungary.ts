import type { OfficialDays } from './days-of-a-country.ts';

export const hungary: OfficialDays = {
  withdrawn: [],
  rules: [],
  proclaimed: {
    '2026': {
      free: ['2026-01-02', '2026-08-21', '2026-12-24'],
      worked: ['2026-01-10', '2026-08-08', '2026-12-12'],
      mistaken: [],
    },
  },
  officialUntil: 2026,
  sources: ['Decree 10/2025 (IV. 30.) of the minister for national economy, Magyar Közlöny 2025/51, on 2026'],
};
