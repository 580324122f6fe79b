import { freeIn, type OfficialDays } from './days-of-a-country.ts';

/** National holidays, and the days of joint leave (cuti bersama) beside them, on which offices are closed. */
export const indonesia: OfficialDays = {
  withdrawn: [],
  rules: [],
  proclaimed: {
    '2026': freeIn(2026, [
      ...['01-01', '01-16', '02-16', '02-17', '03-18', '03-19', '03-20', '03-21', '03-22', '03-23', '03-24', '04-03'],
      ...['04-05', '05-01', '05-14', '05-15', '05-27', '05-28', '05-31', '06-01', '06-16', '08-17', '08-25', '12-24'],
      ...['12-25'],
    ]),
    '2027': {
      ...freeIn(2027, [
        ...['01-01', '01-05', '02-05', '02-06', '03-08', '03-09', '03-10', '03-11', '03-12', '03-15', '03-25', '03-26'],
        ...['03-28', '05-01', '05-06', '05-17', '05-18', '05-19', '05-20', '06-01', '06-06', '08-15', '08-17', '12-24'],
        ...['12-25', '12-26'],
      ]),
      // Each of these feasts comes a day later than the list reckons.
      mistaken: ['2027-05-16', '2027-08-14'],
    },
  },
  officialUntil: 2027,
  sources: [
    'Joint decree of three ministers (SKB) 1497/2025, 2/2025 and 5/2025 of 19 September 2025, on 2026',
    'Joint decree of three ministers (SKB) 1205/2026, 3/2026 and 2/2026 of 15 September 2026, on 2027',
  ],
};
