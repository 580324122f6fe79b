import { freeIn, type OfficialDays } from './days-of-a-country.ts';

/** Days by the moon that the list keeps on their dates of 2026 in every year. */
const by2026sMoon = [
  ...['01-03', '02-01', '02-15', '03-02', '03-21', '04-01', '05-28', '05-30', '06-29', '07-29', '08-26', '08-27'],
  ...['09-26', '10-25', '11-08', '11-24', '12-23'],
];

export const sriLanka: OfficialDays = {
  withdrawn: [...by2026sMoon, '05-02'],
  rules: [],
  proclaimed: { '2026': freeIn(2026, [...by2026sMoon, '05-31']) },
  officialUntil: 2026,
  sources: [
    'Pull request 599 of date-holidays, April 2026: dates reckoned for 2026 alone',
    'Gazette extraordinary 2485/14 of April 2026: 31 May in stead of 2 May 2026',
  ],
};
