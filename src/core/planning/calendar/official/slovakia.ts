import type { OfficialDays } from './days-of-a-country.ts';

export const slovakia: OfficialDays = {
  withdrawn: [],
  // Worked in 2026 alone, where the list has them end for good.
  rules: [
    { rule: '05-08 since 2027', name: 'Deň víťazstva nad fašizmom' },
    { rule: '09-15 since 2027', name: 'Sedembolestná Panna Mária' },
  ],
  proclaimed: {},
  officialUntil: 2026,
  sources: [
    'Consolidation of 2026, as Refresher reported on 10 January 2026: 8 May and 15 September only for that year',
  ],
};
