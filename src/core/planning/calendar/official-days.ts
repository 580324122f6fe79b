/** Days that a government moves for one year: free on weekdays, worked at weekends. Local dates, as 2026-11-23. */
type ProclaimedYear = { free: readonly string[]; worked: readonly string[] };

/** What the list of holidays (date-holidays 3.37) has wrong or lacks of one country, each with the law or notice that says so. */
export type OfficialDays = {
  /** Rules of the list that no longer hold, in its own words. */
  withdrawn: readonly string[];
  /** Rules in their stead, in the grammar of the list. */
  rules: readonly { rule: string; name: string }[];
  /** By year, as 2026: what is proclaimed for one year alone. */
  proclaimed: Readonly<Record<string, ProclaimedYear>>;
  /** The last year of which all is official; `null` where the law alone settles every year. */
  officialUntil: number | null;
  sources: readonly string[];
};

const nextMonday = 'and if Saturday,Sunday then next Monday';
const nearestWorkday = 'and if Saturday then previous Friday if Sunday then next Monday';

const taiwan: OfficialDays = {
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
    '2027': { free: ['2027-04-06'], worked: [] },
    '2028': { free: ['2028-04-03'], worked: [] },
    '2029': { free: ['2029-04-03'], worked: [] },
  },
  officialUntil: 2026,
  sources: [
    'Act on Memorial Days and Holidays (紀念日及節日實施條例), decree 11400053171 of 28 May 2025, articles 4 to 8',
    'Regulation of 11 June 2014 (台內民字第1030182404號), article 5: Children’s Day and Tomb Sweeping Day on one day',
    'Office calendar of 2026 (115年政府行政機關辦公日曆表), Executive Yuan, June 2025',
  ],
};

const thailand: OfficialDays = {
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
  proclaimed: { '2027': { free: ['2027-05-20', '2027-07-19'], worked: [] } },
  officialUntil: 2026,
  sources: [
    'Cabinet’s rule of days in lieu, as in the Bank of Thailand’s lists of 2009, 2021 and 2023 (Labour Day is in them)',
    'Visakha and Asarnha Bucha of 2027: vacanza/holidays 0.102, July 2026',
  ],
};

const vietnam: OfficialDays = {
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

const china: OfficialDays = {
  // Children’s Day is a holiday of those under fourteen.
  withdrawn: ['06-01'],
  rules: [
    { rule: 'chinese 01-0-03', name: 'Spring Festival' },
    { rule: '05-02', name: 'Labour Day' },
  ],
  proclaimed: {
    '2026': {
      free: [
        ...['2026-01-02', '2026-02-20', '2026-02-23', '2026-04-06', '2026-05-04', '2026-05-05'],
        ...['2026-10-05', '2026-10-06', '2026-10-07'],
      ],
      worked: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
    },
  },
  officialUntil: 2026,
  sources: [
    'Regulation on public holidays of 10 November 2024: four days at the Spring Festival, two in May',
    'State Council General Office, notice of 4 November 2025 on the holidays of 2026',
  ],
};

const korea: OfficialDays = {
  // The list starts the New Year holiday, the day itself with the one before and the one after, a day late.
  withdrawn: ['korean 01-0-01 P3D'],
  rules: [
    { rule: '1 day before korean 01-0-01 P3D', name: 'Seollal' },
    { rule: `05-01 since 2026 ${nextMonday}`, name: 'Labour Day' },
  ],
  proclaimed: {
    '2026': { free: ['2026-06-03'], worked: [] },
    '2028': { free: ['2028-04-12'], worked: [] },
  },
  officialUntil: 2027,
  sources: [
    'Almanacs (월력요항) of 2026 and 2027, by @hyunbinseo/holidays-kr 5.2027.1',
    'Public Official Election Act, article 34: elections on 3 June 2026 and 12 April 2028',
  ],
};

const india: OfficialDays = {
  withdrawn: [],
  rules: [],
  proclaimed: {},
  // Beside the national days and those of one calendar, each year's list of the central government has a dozen that go by the moon.
  officialUntil: 2025,
  sources: ['Department of Personnel and Training: three national holidays; gazetted ones by each year’s circular'],
};

const unitedStates: OfficialDays = {
  withdrawn: [],
  rules: [{ rule: `11-11 ${nearestWorkday}`, name: 'Veterans Day' }],
  proclaimed: {},
  officialUntil: null,
  sources: ['5 U.S.C. 6103(b): federal holidays on a Saturday or Sunday'],
};

const mexico: OfficialDays = {
  withdrawn: ['12-01 every 6 years since 1934'],
  rules: [{ rule: '10-01 every 6 years since 2024', name: 'change of government' }],
  proclaimed: {},
  officialUntil: null,
  sources: ['Ley Federal del Trabajo, article 74 VII, as of 30 September 2024'],
};

const japan: OfficialDays = {
  withdrawn: [],
  // No national holidays, but days on which offices are closed by law, and most firms with them.
  rules: [
    { rule: '12-29 P3D', name: '年末' },
    { rule: '01-02 P2D', name: '年始' },
  ],
  proclaimed: {},
  officialUntil: null,
  sources: ['Act on holidays of administrative organs (行政機関の休日に関する法律, 1988), article 1(1)(iii)'],
};

/** By ISO 3166 code. */
export const officialDays: Readonly<Record<string, OfficialDays>> = {
  CN: china,
  IN: india,
  JP: japan,
  KR: korea,
  MX: mexico,
  TH: thailand,
  TW: taiwan,
  US: unitedStates,
  VN: vietnam,
};

/** The last year of which all days of a region are official; `null` where none is missing, or nobody has looked. */
export function officialUntil(region: string): number | null {
  return officialDays[region.split('-')[0] ?? '']?.officialUntil ?? null;
}
