/** Words of the page on which anybody sorts an item by five questions, on the screen or on paper. */
export const classify = {
  title: 'Sort an item in five questions',
  description: 'Five questions about something you buy or make, and what to do about it: diversify, control or invest.',
  dek: 'Take one thing that you buy or make. Five answers say whether to diversify, to control or to invest, and which cases show why. Nothing is sent or kept.',
  label: 'METI official’s description',
  answers: { yes: 'yes', no: 'no', unknown: 'not known' },
  result: 'What follows',
  clear: 'Begin again',
  none: 'No colour on these answers.',
  noneHow: 'Nothing presses here. Ask again when a supplier, a country or a technology changes.',
  open: 'What is not known is never taken for a no: an answer can still bring a colour.',
  outranked: {
    blue: 'Blue holds too. An item shows two colours at most, and a lead that nobody threatens can wait.',
    red: 'Red holds too. An item shows two colours at most, and a lead that could leave comes first.',
  },
  urgent: 'The lead could leave: begin here this month. What has left does not come back.',
  holds: {
    green: 'Yes to 1 and to 2.',
    blue: 'Yes to 3. A yes to 4 makes it urgent.',
    red: 'Yes to 5.',
  },
  follows: {
    green: [
      'Qualify a second source in another country, and let it carry the load once.',
      'Hold stock for as long as a recovery takes.',
      'Name the makers two tiers down: two suppliers may share one.',
    ],
    blue: [
      'Write down what exactly only you can make, and who knows how.',
      'Guard the five routes by which it leaves with people.',
      'Decide before a joint venture or a move abroad what stays at home.',
    ],
    red: [
      'Try the new technology on one small product now.',
      'Look who pays: support programmes are made for this.',
      'Say when you would stop building the old one.',
    ],
  },
  both: 'An item may hold two. Permanent magnets are green for their ore, most of which one country refines, and blue for whoever knows how to make them with less of it.',
  bothCase: 'The case of the magnets',
  cases: 'Cases that show it',
  noCases: 'The library has no case of this colour yet.',
  lessons: 'Rules that they teach',
  all: (label: string) => `All cases that are ${label.toLowerCase()}`,
  paper: 'The key on paper',
  paperHow:
    'Prints on one A4 page, with room for six items. Colours have shapes, so that a black and white printer does.',
  columns: {
    question: 'Question',
    item: 'Item',
    colour: 'Colour and next step',
    holds: 'Holds with',
    what: 'Means',
    todo: 'What follows',
  },
  write: 'Write Y, N or ? in each box.',
};
