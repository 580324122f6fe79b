/** Words of the desk's first place: what a trainer does this morning. */
export const today = {
  title: 'Today',
} as const;
