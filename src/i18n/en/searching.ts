/** What the search says of languages, and where nothing is close. */
export const searching = {
  foundIn: (language: string) => `Found in the ${language} text.`,
  farTally: (query: string) => `Nothing close to “${query}”`,
  far: (query: string) =>
    `The library holds nothing close to “${query}”. What is listed here shares a word with it at most.`,
  next: 'Type what would stop you instead: a hazard, a thing you buy, a country, a route or a firm. Or choose from the filters.',
  report: 'Seen it yourself? Report a near miss',
} as const;
