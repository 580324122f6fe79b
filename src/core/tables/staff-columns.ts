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
    'leaves',
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
