/** Words for one item, and for the items of the whole house. */
export const items = {
  leakRoutes: {
    'social-media': 'Contacts over social media',
    'job-change': 'Somebody who changes to another firm',
    approach: 'An approach from outside, as spies make it',
    'trade-fair': 'Trade fairs and visits',
    employee: 'Our own people, knowingly or not',
  },
  leakGuarded: (count: number, of: number) => `It could still leave us; ${count} of ${of} leakage routes are guarded`,
};
