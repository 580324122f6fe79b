import { nextMonday, type OfficialDays } from './days-of-a-country.ts';

export const vietnam: OfficialDays = {
  withdrawn: ['1 day before vietnamese 1-0-1 P5D'],
  rules: [
    { rule: `01-01 ${nextMonday}`, name: 'New Year' },
    // Five days from the eve on; with the days in lieu of a weekend among them they cover the working days of a week.
    { rule: '1 day before vietnamese 1-0-1 P7D', name: 'Tết' },
    { rule: `vietnamese 3-0-10 ${nextMonday}`, name: 'Hung Kings’ Day' },
    { rule: '04-30 if Saturday then next Monday if Sunday then next Tuesday', name: 'Liberation Day, in lieu' },
    { rule: '05-01 if Saturday then next Monday if Sunday then next Tuesday', name: 'Labour Day, in lieu' },
    // The second day is the one before or after, as the prime minister decides each year.
    { rule: '09-01 P3D', name: 'National Day' },
    { rule: `09-02 ${nextMonday}`, name: 'National Day' },
    { rule: `11-24 since 2026 ${nextMonday}`, name: 'Vietnam Culture Day' },
  ],
  proclaimed: {},
  officialUntil: 2026,
  sources: [
    'Labour Code of 2019 (45/2019/QH14), articles 111.3 and 112',
    'Politburo resolution 80 of January 2026, on 24 November',
  ],
};
