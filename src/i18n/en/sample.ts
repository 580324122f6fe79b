/** Words of what a stranger sees before any sign-in: the doors on the home page, the samples of an invented firm, the doors on the desk. */
export const sample = {
  doors: {
    title: 'From the board down, and from the floor up',
    reader: {
      who: 'In operations',
      what: 'One case, one decision, two minutes, at the start of a day. Weeks later a new question, so that it stays.',
      link: 'See the whole e-mail',
    },
    lead: {
      who: 'Leading a team',
      what: 'The same case at the morning meeting: two sides of paper, ten minutes, and one step within your own authority.',
      link: 'Open a team sheet',
    },
    trainer: {
      who: 'Training others',
      what: 'Lessons in an order, assigned to a team by a day. You see what is warm and what cools, and mark nobody.',
      link: 'Look through the courses',
    },
    board: {
      who: 'On the board',
      what: 'Two pages a quarter: fourteen indicators, each down to its inputs, the three cases most like you, and what to decide.',
      link: 'Read a sample brief',
      pdf: 'As PDF',
    },
    code: {
      who: 'If you answer for it',
      what: 'Twelve principles of economic security: comply, or explain. An explain that is thin or a year old is flagged.',
      link: 'Read a sample code',
    },
    safeguards: {
      who: 'If you ask “why do we do this?”',
      what: 'Each safeguard names the case that is its reason. Whoever lets it go reads that first.',
      link: 'See a sample register',
    },
    report: {
      who: 'If you nearly had one',
      what: 'Tell it in ten minutes, without your name or your firm’s. You read the words before anybody else does, and hear what became of it.',
      link: 'Report a near miss',
    },
  },
  nav: {
    label: 'Samples',
    brief: 'Brief',
    code: 'Code',
    safeguards: 'Safeguards',
  },
  invented: {
    title: 'A sample.',
    says: (name: string) =>
      `${name} is an invented firm: its people, figures and words are made up. The cases and programmes are real. Your own is made by the same program.`,
    language: '',
  },
  brief: {
    titleOf: (quarter: string) => `Sample board brief, ${quarter}`,
    description:
      'A board brief of an invented firm: fourteen indicators, three cases like it, and the decisions asked.',
    invented: (name: string) => `${name} is an invented firm, and so are its figures; the cases are real.`,
    pdf: 'The same as PDF, two pages',
  },
  code: {
    title: (name: string) => `Sample: the code of ${name}`,
    description: 'What an invented firm says of twelve principles of economic security: comply or explain.',
  },
  safeguards: {
    title: 'Sample register of safeguards',
    dek: 'What the teams of an invented firm keep up because of a case. Beside the machine a printed label leads to the same words.',
    description: 'Safeguards of an invented firm, each with the case that is its reason.',
    unowned: 'nobody sees to it',
    case: 'The case',
    retired: (day: string, why: string) => `Let go on ${day}: ${why}`,
  },
  desk: {
    title: 'From the board down',
    brief: 'Board brief',
    code: 'Comply or explain',
    safeguards: 'Register of safeguards',
    reports: 'Near misses',
  },
} as const;
