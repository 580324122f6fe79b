import type { Pace } from '#core/planning/pace.ts';

/** Somebody whose mail is looked at, with as much of their team as a mail tells. */
export type GoldenReader = {
  name: string;
  person: string;
  team: string;
  teamSize: number;
  /** How many of the team met the lesson lately. */
  warm: number;
  reasons: readonly object[];
  slowedTo: Pace | null;
};

const valves = { kind: 'input', item: 'Brake valves', input: 'brake-valves', origin: 'JP' };

const usual: GoldenReader = {
  name: 'a usual reader',
  person: 'Mei Tanaka',
  team: 'Brakes Nagoya',
  teamSize: 7,
  warm: 4,
  reasons: [valves],
  slowedTo: null,
};

/** Blanks in plenty, so that it can be broken; and without any, so that it cannot. */
const longWords = 'Motors and Power Electronics for Railways, '.repeat(5).slice(0, 200).trim();
const oneLongWord = 'Schienenfahrzeugantriebskomponenteneinkauf'.repeat(5).slice(0, 200);

/** What an import lets through and what an older store may hold: names that try a header, a page or a line. */
export const goldenReaders: readonly GoldenReader[] = [
  usual,
  { ...usual, name: 'a reader alone in the team', team: 'Brakes Kariya', teamSize: 1, warm: 0 },
  { ...usual, name: 'a reader in a team of three', team: 'Brakes Gifu', teamSize: 3, warm: 2 },
  {
    ...usual,
    name: 'a reader whom silence has slowed',
    team: 'Brakes Toyota',
    warm: 0,
    slowedTo: 'monthly',
    reasons: [],
  },
  { ...usual, name: 'a team of 64 with a name of 200 letters', team: longWords, teamSize: 64, warm: 33 },
  { ...usual, name: 'names of 200 letters without a blank', person: oneLongWord, team: oneLongWord },
  {
    ...usual,
    name: 'Japanese names',
    person: '渡辺健二',
    team: '第二調達部ブレーキ部品課',
    reasons: [{ ...valves, item: 'ブレーキ用バルブ（前輪・後輪）' }],
  },
  {
    ...usual,
    name: 'Japanese names of 200 letters',
    person: '渡辺健二'.repeat(50),
    team: '第二調達部ブレーキ部品課（名古屋）'.repeat(12).slice(0, 200),
  },
  {
    ...usual,
    name: 'a name with quotes and a comma',
    person: `"Mei, the 'Buyer'" \\ O'Hara`,
    team: 'R&D <Brakes> "A"',
  },
  {
    ...usual,
    name: 'a name that tries to add a header',
    person: 'Mei\r\nBcc: other@example.org\r\n\r\nHello',
    team: 'Brakes\nX-Team: 1\rX-More: 2',
  },
  {
    ...usual,
    name: 'a name that turns the reading direction',
    person: '\u202Emei\u202C \u2066Tanaka',
    team: 'Br\u200Fakes',
  },
  { ...usual, name: 'an Arabic name', person: 'ليلى الحداد', team: 'مشتريات' },
  { ...usual, name: 'a name of blanks', person: ' \u3000\t ', team: 'Brakes Anjo' },
  {
    ...usual,
    name: 'a name that looks like an encoded word',
    person: '=?utf-8?Q?Mei=0D=0ABcc:_x?=',
    team: 'From here',
  },
];
