import { freeIn, nextMonday, type OfficialDays } from './days-of-a-country.ts';

export const thailand: OfficialDays = {
  withdrawn: [],
  rules: [
    { rule: '01-01 if Saturday then next Monday', name: 'New Year' },
    ...['04-06', '05-01', '05-04', '06-03', '07-28', '08-12', '10-13', '10-23', '12-05', '12-10'].map((day) => ({
      rule: `${day} ${nextMonday}`,
      name: 'a day in lieu',
    })),
    // Of three days on two of which nobody works anyway, one is given back.
    { rule: '04-13 if Thursday,Friday then next Monday if Saturday then next Tuesday', name: 'Songkran' },
    { rule: '12-31 if Saturday then next Monday if Sunday then next Tuesday', name: 'New Year’s Eve' },
  ],
  // Buddhist days, with the Monday for Makha Bucha. The cabinet’s own list of 2027 is not out, so the year is not official.
  proclaimed: { '2027': freeIn(2027, ['02-22', '05-20', '07-19']) },
  officialUntil: 2026,
  sources: [
    'Cabinet’s rule of days in lieu, as in the Bank of Thailand’s lists of 2009, 2021 and 2023 (Labour Day is in them)',
    'Bank of Thailand, notification 37/2569 on 2027 (Royal Gazette, 25 August 2026)',
  ],
};
