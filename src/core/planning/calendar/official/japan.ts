import type { OfficialDays } from './days-of-a-country.ts';

export const japan: OfficialDays = {
  withdrawn: [],
  // No national holidays, but days on which offices are closed by law, and most firms with them.
  rules: [
    { rule: '12-29 P3D', name: '年末' },
    { rule: '01-02 P2D', name: '年始' },
  ],
  proclaimed: {},
  officialUntil: null,
  sources: [
    'Act on holidays of administrative organs (行政機関の休日に関する法律, 1988), article 1(1)(iii)',
    'Cabinet Office, national holidays of 2027, 2 February 2026: as the list has them',
  ],
};
