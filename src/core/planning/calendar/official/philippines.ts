import { freeIn, type OfficialDays } from './days-of-a-country.ts';

/** Regular holidays are in the list; the special days on which nobody works are proclaimed year by year. */
export const philippines: OfficialDays = {
  withdrawn: [],
  rules: [],
  proclaimed: {
    '2026': freeIn(2026, ['02-17', '04-04', '08-21', '11-01', '11-02', '12-08', '12-24', '12-31']),
    // Eid'l Fitr and Eid'l Adha are proclaimed shortly before; until then the list's reckoning stands.
    '2027': freeIn(2027, ['02-06', '03-27', '08-21', '11-01', '11-02', '12-08', '12-24', '12-31']),
  },
  officialUntil: 2027,
  sources: ['Proclamation No. 1006 of 3 September 2025, on 2026', 'Proclamation No. 1427 of 8 September 2026, on 2027'],
};
