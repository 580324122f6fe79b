/** What the site says outside its pages: to feed readers, to places that show a link as a picture, and to a reader without a network. */
export const web = {
  picture: {
    lesson: 'A lesson',
    taughtBy: (count: number, years: string) =>
      count === 1 ? `A lesson taught by one case, ${years}` : `A lesson taught by ${count} cases, ${years}`,
    ofCase: (title: string, event: string, figure: string) => `${title}. ${event}: ${figure}`,
  },
  feed: {
    title: 'Nodomoto: cases',
    description: 'Real supply-chain crises, each with the decision people faced and the rule that would have helped.',
    name: 'New cases as a feed',
    read: 'Read the case',
  },
  trail: { home: 'Front page' },
  offline: {
    title: 'No network',
    description: 'What can be read on this device without a network.',
    dek: 'The page you asked for could not be fetched, and no fresh copy of it lies on this device. Try again when you are back on a network.',
    kept: 'Kept on this device',
    keptLead:
      'Pages you have read here, with the day they were fetched. What is older than a week may have changed since.',
    none: 'Nothing is kept yet. Pages you read on a network are kept here.',
    again: 'Try again',
    fetched: 'fetched',
  },
} as const;
