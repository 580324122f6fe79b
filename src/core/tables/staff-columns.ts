/** The lists that an import takes in. */
export const listKinds = ['people', 'exposures', 'teams'] as const;
export type ListKind = (typeof listKinds)[number];

/** What a column of each list may mean, by the names that our own files have. A name in two columns is `givenName` and `familyName`. */
export const columnsOf = {
  people: [
    'email',
    'team',
    'name',
    'givenName',
    'familyName',
    'staffNumber',
    'role',
    'zone',
    'joined',
    'starts',
    'leaves',
    'away',
    'language',
    'pace',
    'sector',
    'shifts',
    'holidays',
  ],
  exposures: [
    'team',
    'item',
    'input',
    'family',
    'origin',
    'share',
    'suppliers',
    'stock_days',
    'recovery_days',
    'alternative',
    'tiers',
    'essential',
    'lead',
    'leak',
    'upheaval',
    'tested_on',
    'revenue_share',
    'leak_controls',
    'cut_off',
    'special_need',
  ],
  teams: [
    'team',
    'zone',
    'sector',
    'mail_time',
    'work_week',
    'shifts',
    'quiet',
    'holidays',
    'routes',
    'systems',
    'sites',
    'trainers',
  ],
} as const satisfies Record<ListKind, readonly string[]>;

export type StaffColumn = (typeof columnsOf)[ListKind][number];

/** Without these a list says nothing. A name may also stand in two columns. */
export const requiredOf = {
  people: ['email', 'team', 'name', 'role', 'zone'],
  exposures: ['team', 'item'],
  teams: ['team'],
} as const satisfies Record<ListKind, readonly StaffColumn[]>;

/** How the cells of a column are read. */
export type CellForm = 'text' | 'name' | 'code' | 'date' | 'year' | 'number' | 'share' | 'time' | 'answer';

const forms: Readonly<Partial<Record<string, CellForm>>> = {
  team: 'name',
  name: 'name',
  givenName: 'name',
  familyName: 'name',
  item: 'name',
  staffNumber: 'code',
  joined: 'year',
  starts: 'date',
  leaves: 'date',
  away: 'date',
  share: 'share',
  suppliers: 'number',
  stock_days: 'number',
  recovery_days: 'number',
  tiers: 'number',
  mail_time: 'time',
  essential: 'answer',
  lead: 'answer',
  leak: 'answer',
  upheaval: 'answer',
  tested_on: 'date',
  revenue_share: 'share',
  cut_off: 'answer',
  special_need: 'answer',
};

export const formOf = (column: string): CellForm => forms[column] ?? 'text';
