import { freeIn, type OfficialDays } from './days-of-a-country.ts';

export const singapore: OfficialDays = {
  withdrawn: [],
  rules: [],
  proclaimed: {
    '2026': freeIn(2026, [
      ...['01-01', '02-17', '02-18', '03-21', '04-03', '05-01', '05-27', '05-31', '06-01', '08-09', '08-10', '11-08'],
      ...['11-09', '12-25'],
    ]),
    '2027': {
      ...freeIn(2027, [
        ...['01-01', '02-06', '02-07', '02-08', '03-10', '03-26', '05-01', '05-17', '05-20', '08-09', '10-28', '12-25'],
      ]),
      // Both feasts come a day later than the list reckons.
      mistaken: ['2027-03-09', '2027-05-16'],
    },
  },
  officialUntil: 2027,
  sources: [
    'Ministry of Manpower, Public Holidays for 2026 (16 June 2025) and for 2027 (18 June 2026), in three transcriptions that agree',
  ],
};
