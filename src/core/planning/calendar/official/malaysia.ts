import { freeIn, type OfficialDays } from './days-of-a-country.ts';

/** Federal holidays. Days in lieu of a Sunday, and many others, are each State’s own, so no year is whole. */
export const malaysia: OfficialDays = {
  withdrawn: [],
  rules: [],
  proclaimed: {
    '2027': {
      ...freeIn(2027, ['03-10', '03-11', '05-17', '05-20', '06-06', '08-15']),
      // Each of these feasts comes a day later than the list reckons.
      mistaken: ['2027-03-09', '2027-05-16', '2027-08-14'],
    },
  },
  officialUntil: 2026,
  sources: ['Schedule of federal public holidays (Jadual Hari Kelepasan Am Persekutuan) of 2027'],
};
