import type { OfficialDays } from './days-of-a-country.ts';

export const emirates: OfficialDays = {
  // The night journey and the first of Ramadan are worked, and Eid al-Adha begins with the day of Arafah.
  withdrawn: ['27 Rajab', '1 Ramadan', '10 Dhu al-Hijjah P3D'],
  rules: [
    { rule: '9 Dhu al-Hijjah P4D', name: 'Arafah and Eid al-Adha' },
    { rule: '12-03', name: 'National Day, the second day' },
  ],
  proclaimed: {},
  officialUntil: null,
  sources: [
    'Cabinet of the United Arab Emirates, official holidays of the public and private sectors, 21 November 2023',
  ],
};
