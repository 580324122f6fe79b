import { quarterText } from '#core/brief/quarter.ts';
import { readIndicators, usualThresholds } from '#core/brief/read-indicators.ts';
import type { Brief } from '#server/brief/brief.ts';
import { aBriefItem, someBriefFacts } from './some-brief-facts.ts';

const inBoth = (text: string) => ({ en: text, ja: text });

const aDecision = {
  ask: 'Develop a traction motor that needs no heavy rare earths, and put it before the two largest customers this year',
  cost: '¥650 million over two years, eight engineers, and a test bench that the plant cannot use for anything else until then',
  opportunity:
    'A motor that others cannot sell from 2027 on, no licence to wait for, and a price that does not follow the quota of another state',
  programmes: [inBoth('Stable supply of critical materials: certified plans'), inBoth('Action plan')],
  deadline: '2027-03-31',
  owner: 'Head of engineering',
};

const aCase = (number: number) => ({
  caseId: `case-${number}`,
  title: inBoth('A magnet at any price'),
  happened: {
    en: 'In April 2025 China put certain magnets under licence. It forbade nothing. Two months later car plants on three continents were short of parts, and buyers were offering any price for goods that were waiting for a stamp.',
    ja: '2025年4月、中国は一部の磁石を輸出許可の対象にした。禁じたものは何もない。2か月後、3つの大陸の自動車工場で部品が足りなくなり、買い手は許可待ちの品にいくらでも払うと申し出ていた。',
  },
  same: { en: 'Our dysprosium oxide also comes from China.', ja: '当社の酸化ジスプロシウムも中国から来ます。' },
  cost: { en: '3 weeks from Suzuki’s halt of the Swift to full output.', ja: '3週間　スズキの停止から全面再開まで' },
});

/** A brief as full as one gets: of a house with twelve items, four decisions and whatever others hand in. */
export function aBrief(more: Partial<Brief> = {}): Brief {
  const scenario = {
    name: 'Nagoya port stops for a week',
    trigger: 'Terminal system down',
    owner: 'Head of logistics',
  };
  const facts = someBriefFacts({
    items: Array.from({ length: 12 }, (_, index) =>
      aBriefItem({
        name: `Traction motor magnets, grade ${index}`,
        share: 0.4 + index / 24,
        suppliers: 1 + (index % 3),
      }),
    ),
    nearest: [{ caseId: 'case-1', startedOn: '2025-04-04' }],
    joined: [
      { year: 2001, people: 4 },
      { year: 2026, people: 20 },
    ],
    rehearsals: [{ lessonId: 'keep-stock', team: 'Motors', lastOn: '2026-10-02', sinceOn: '2026-01-01' }],
    recall: { asked: 40, recalled: 29, sent: 200, answered: 120 },
    scenarios: [{ ...scenario, daysToLoss: 4, lossBand: '0.1-to-1', rehearsedOn: null }],
    stressTest: { finishedOn: '2025-06-30', dueOn: '2028-06-30' },
  });
  return {
    quarter: quarterText({ year: 2026, number: 4 }),
    asOf: facts.asOf,
    comparedWith: '2026-Q3',
    ownPosition: null,
    indicators: readIndicators(facts, usualThresholds).map((reading) => ({
      ...reading,
      inputs: reading.inputs.map((input) => ({ ...input, name: inBoth(input.name) })),
      lacking: reading.lacking.map(({ what, names }) => ({ what, names: [...names] })),
      before: reading.value === null ? null : { value: reading.value, status: reading.status },
    })),
    cases: [1, 2, 3].map(aCase),
    decisions: [1, 2, 3, 4].map(() => aDecision),
    settled: [{ ask: 'Keep 60 days of dysprosium oxide', quarter: '2026-Q3', outcome: 'taken', note: '30 days first' }],
    scenarios: Array.from({ length: 7 }, () => ({
      ...scenario,
      daysToLoss: 4,
      lossBand: '0.1-to-1',
      rehearsedOn: null,
    })),
    explains: [{ principle: 5, state: 'explain', dueOn: '2027-01-31' }],
    nearMisses: { bySource: { business: 4, logistics: 1 }, open: 2 },
    teams: { counted: 4, tooSmall: 1 },
    ...more,
  };
}
