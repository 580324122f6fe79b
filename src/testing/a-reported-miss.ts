import type { KnownWords } from '#core/reports/flag-list.ts';
import type { Offered } from '#core/reports/judge-report.ts';

const story =
  'our only maker of a small sealing ring stopped for three weeks after a fire we noticed when a planner could not confirm a delivery it was luck that a closed line had left two weeks of rings production never stopped had the line not been closed every order would have waited a month a planner saw it in the weekly list stock is kept now ask who else makes it and write down what would run out first nobody knew the the they buyers there';

/** Ordinary words of these stories, and some places. */
export const wordsOfTests: KnownWords = {
  isCommon: (small) => story.split(' ').includes(small),
  isHarmless: (word) => ['Suez', 'Canal', 'Japan', 'ERP'].includes(word),
};

export const offeredInTests: Offered = {
  items: ['metal', 'part'],
  routes: ['suez'],
  quarters: ['2026-Q2', '2026-Q3'],
};

/** A form as somebody fills it in who softened everything. */
export const aReportedMiss: Readonly<Record<string, string>> = {
  sourceKind: 'business',
  happened:
    'Our only maker of a small sealing ring stopped for three weeks after a fire. We noticed when a planner could not confirm a delivery. It was luck that a closed line had left two weeks of rings. Production never stopped.',
  nearly: 'Had the line not been closed, every order would have waited a month.',
  stoppedBy: 'luck',
  days: '8-30',
  money: '1m-10m',
  people: '11-100',
  noticed: 'A planner saw it in the weekly list.',
  before: 'days',
  item: 'part',
  region: 'east-asia',
  route: '',
  tier: 'direct',
  quarter: '2026-Q2',
  changed: 'Stock is kept now.',
  stillThere: 'yes',
  monday: 'Ask who else makes it, and write down what would run out first.',
  label: 'amber',
};

/** Who reports it, as no file of ours may hold it. */
export const aStrip = {
  name: 'Ánika Øllegård-Tanaka',
  contact: 'anika.ollegard@shirakaba-seals.example',
  organisation: 'Shirakaba Sealworks',
  role: 'Planner of rings, night desk',
} as const;
