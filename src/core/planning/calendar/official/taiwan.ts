import { freeIn, nearestWorkday, type OfficialDays } from './days-of-a-country.ts';

export const taiwan: OfficialDays = {
  withdrawn: ['02-28', '10-10', 'chinese 05-0-05', 'chinese 08-0-15'].map(
    (day) => `${day} and if Sunday then next Monday`,
  ),
  rules: [
    { rule: `02-28 ${nearestWorkday}`, name: 'Peace Memorial Day' },
    { rule: `04-04 ${nearestWorkday}`, name: 'Children’s Day' },
    { rule: `chinese 5-01 solarterm ${nearestWorkday}`, name: 'Tomb Sweeping Day' },
    { rule: `05-01 ${nearestWorkday}`, name: 'Labour Day' },
    { rule: `chinese 05-0-05 ${nearestWorkday}`, name: 'Dragon Boat Festival' },
    { rule: `chinese 08-0-15 ${nearestWorkday}`, name: 'Mid-Autumn Festival' },
    { rule: `09-28 ${nearestWorkday}`, name: 'Confucius’ Birthday' },
    { rule: `10-10 ${nearestWorkday}`, name: 'National Day' },
    { rule: `10-25 ${nearestWorkday}`, name: 'Taiwan Retrocession Day' },
    { rule: `12-25 ${nearestWorkday}`, name: 'Constitution Day' },
    { rule: '2 days before chinese 01-0-01', name: 'the day before New Year’s Eve' },
  ],
  // Where Children’s Day meets Tomb Sweeping Day, another working day beside them is free.
  proclaimed: {
    '2027': freeIn(2027, ['04-06']),
    '2028': freeIn(2028, ['04-03']),
    '2029': freeIn(2029, ['04-03']),
  },
  officialUntil: 2027,
  sources: [
    'Act on Memorial Days and Holidays (紀念日及節日實施條例), decree 11400053171 of 28 May 2025, articles 4 to 8',
    'Regulation of 11 June 2014 (台內民字第1030182404號), article 5: Children’s Day and Tomb Sweeping Day on one day',
    'Office calendar of 2026 (115年政府行政機關辦公日曆表), Executive Yuan, June 2025',
    'Office calendar of 2027 (116年), Directorate-General of Personnel Administration, June 2026, as Taipei City’s open data and two transcriptions carry it',
  ],
};
