import { formatCount } from '../format.ts';

const people = (count: number) => formatCount(count, 'person', 'people');

/** Words for assigning modules and for what comes of it. */
export const assigning = {
  title: 'Assign a module',
  dek: 'To teams, to roles, to single people. Its lessons come first in the mornings that follow. Nobody gets more mail than the pace they chose.',
  module: 'Module',
  extent: (lessons: number, minutes: number) => `${formatCount(lessons, 'lesson')}, ${minutes} minutes in all.`,
  teams: 'Teams',
  roles: 'Only these roles of the teams',
  rolesHint: 'None ticked: everybody.',
  people: 'Single people',
  find: 'Find by name or address',
  findGo: 'Find',
  found: (most: number) => `The first ${most}. Type more of the name for others.`,
  foundNone: 'Nobody of your teams is called so.',
  ofTeam: (team: string, role: string) => `${team}, ${role}`,
  due: 'Due on',
  see: 'See who gets what by when',
  hint: 'Choose a module, for whom and until when; who gets what by when appears here.',
  forWhom: (module: string) => `${module}: who gets what by when`,
  submit: 'Assign it',
  fits: (lessons: number, due: string) => `Everybody who gets mail receives all ${lessons} lessons by ${due}.`,
  late: (names: string, due: string) =>
    `It does not fit for ${names}: their pace leaves too few mornings before ${due}. Assigned all the same, the rest of their lessons stays unsent.`,
  more: (days: number, date: string) =>
    days === 1 ? `With one day more it would fit: ${date}.` : `With ${days} days more it would fit: ${date}.`,
  useDate: 'Use that date',
  noDate: 'No date within nine months of it would do.',
  already: (names: string) => `Left out, as they have this module already: ${names}.`,
  others: (teams: number) =>
    `${formatCount(teams, 'more team')} get it by the same rules; they were not worked out here, as that would take long.`,
  nobodyNow: 'Nobody of this team has one of these roles now. Whoever takes one before the due date gets it.',
  table: (team: string) => `Who gets what by when: ${team}`,
  caption: 'Worked out by the planner itself, at everybody’s own pace.',
  person: 'Person',
  tooLate: 'too late',
  hindrances: {
    leaves: 'leaves before',
    'no-mail': 'no mail for now',
    address: 'address takes no mail',
  },
  problems: {
    nobody: 'Choose at least one team or person.',
    'no-such-team': 'Choose teams from the list.',
    'no-such-person': 'One of these people is in none of your teams any more. Choose again.',
    'no-such-module': 'Choose one of the modules.',
    'assigned-already': 'All of them have this module already. Open the assignment to change its date or to remind.',
    'bad-date': 'Choose a due date between tomorrow and a year from now.',
    'no-reply': 'The server did not answer. Your sign-in may have ended; load the page again.',
  },
  list: {
    title: 'Assignments',
    dek: 'What is assigned, who has done it and who is late.',
    assign: 'Assign a module',
    late: 'Late',
    nobodyLate: 'Nobody is late.',
    lateOf: (names: string) => `Late: ${names}`,
    views: { running: 'Running', over: 'Due date over', withdrawn: 'Withdrawn' },
    viewLabel: 'Which assignments',
    none: {
      running: 'Nothing is assigned.',
      over: 'No assignment is over.',
      withdrawn: 'Nothing was withdrawn in the time that is kept.',
    },
    columns: { module: 'Module', due: 'Due', done: 'Have done it', answered: 'Answered', late: 'Late' },
    range: (from: number, to: number, all: number) => `${from} to ${to} of ${all}`,
    before: 'Before',
    after: 'After',
    allDone: 'all of them',
  },
  whom: {
    team: (team: string) => `${team}, everybody`,
    roles: (team: string, roles: string) => `${team}: ${roles}`,
    people: (team: string, names: string) => `${names} (${team})`,
    /** Beyond a few names. */
    andMore: (names: string, more: number) => `${names} and ${more} more`,
  },
  doneOf: (done: number, all: number) => `${done} of ${all}`,
  page: {
    title: (module: string, whom: string) => `${module}, for ${whom}`,
    about: (due: string, by: string, on: string) => `Due ${due}. Assigned by ${by} on ${on}.`,
    summary: (done: number, all: number, late: number) =>
      `${done} of ${people(all)} have done it${late > 0 ? `, ${late === 1 ? 'one is' : `${late} are`} late` : ''}.`,
    answered: (answered: number, total: number) =>
      `${answered} of ${formatCount(total, 'lesson')} answered, counted as the module was when it was assigned.`,
    whoCounts: 'Whoever joins counts from then on; whoever leaves no longer does.',
    lost: (count: number) =>
      `${formatCount(count, 'lesson')} of it left the library since; ${count === 1 ? 'it counts' : 'they count'} only for those who had answered.`,
    withdrawn: (by: string, on: string) => `Withdrawn by ${by} on ${on}.`,
    lessons: 'Its lessons',
    show: { all: 'Everybody', late: 'Late', open: 'Not done yet', done: 'Done' },
    showLabel: 'Whom to show',
    nobody: {
      all: 'It is for nobody now.',
      late: 'Nobody is late.',
      open: 'Everybody has done it.',
      done: 'Nobody yet.',
    },
    columns: { person: 'Person', state: 'State', answered: 'Answered', next: 'Next mail', remind: 'Remind' },
    states: { done: 'Done', 'on-the-way': 'On the way', late: 'Late', away: 'Gets no mail', left: 'Left' },
    away: { wish: 'no mail for now, as they wish', address: 'the address takes no mail' },
    leftOn: (date: string) => `last day ${date}; counts no longer`,
    leaves: (date: string) => `leaves after ${date}`,
    planned: (date: string) => `${date}`,
    earliest: (date: string) => `not before ${date}`,
    noNext: 'none planned',
    reminded: (date: string) => `reminded on ${date}`,
    remind: 'Remind',
    remindLabel: (name: string) => `Remind ${name}`,
    remindLate: (count: number) => (count === 1 ? 'Remind the one who is late' : `Remind the ${count} who are late`),
    remindHow: (days: number) =>
      `A reminder is their next mail: it brings back what they left unanswered and says that it is a reminder. It keeps to their hours and their pace, and comes at most once in ${days} days.`,
    remove: 'Take out',
    removeLabel: (name: string) => `Take ${name} out of this assignment`,
    add: 'Add a person',
    addGo: 'Add',
    addLabel: (name: string) => `Add ${name}`,
    move: 'Another due date',
    moveGo: 'Move it',
    badDate: 'Choose a date between tomorrow and a year from now.',
    withdraw: 'Withdraw…',
    done: {
      moved: 'The due date is moved.',
      lessons: 'The lessons are changed.',
      added: 'They have it now.',
      removed: 'They are taken out. What had not left to them will not be sent.',
      assigned: 'Assigned. Whoever may still have mail today gets the first lesson today.',
      'not-reminded':
        'Nobody was reminded: nothing waits for them, no mail reaches them, or they were reminded lately.',
      unchanged: 'Nothing was changed.',
    },
    didRemind: (count: number) =>
      `${people(count)} reminded. It goes today to whoever has had no mail lately and is within their hours, and to the rest on the first day that their pace leaves.`,
  },
  /** In the mail of a reminder: how many of its lessons wait, never how any was answered. */
  reminder: (waiting: number, all: number, due: string) =>
    `This is a reminder: ${waiting === all ? `all ${all}` : `${waiting} of ${all}`} lessons, due ${due}, wait for your answer; this is one of them.`,
  withdraw: {
    title: (module: string) => `Withdraw “${module}”?`,
    from: (whom: string) => `It was assigned to: ${whom}.`,
    goes: (count: number) =>
      count === 0
        ? 'No mail of it is planned; none will be.'
        : `${formatCount(count, 'mail')} of it ${count === 1 ? 'is' : 'are'} planned and will not be sent.`,
    stays: (sent: number, answered: number) =>
      `What was sent stays: ${formatCount(sent, 'lesson')} sent, ${answered} answered. Links in those mails still work, and what people remember stays.`,
    act: 'Withdraw it',
    keep: 'Keep it',
    done: 'The assignment is withdrawn. What had not left will not be sent.',
  },
  digest: {
    title: 'Digest by mail',
    dek: 'Once a week: what moved, who is late, what ends this week. None comes when nothing moved.',
    day: 'On',
    off: 'Never',
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    save: 'Save',
    saved: 'Saved.',
    language: 'Language',
    subject: 'Nodomoto: what is assigned, this week',
    lead: (site: string) => `From your desk at ${site}.`,
    moved: (answered: number, count: number) =>
      `${formatCount(answered, 'lesson')} ${answered === 1 ? 'was' : 'were'} answered in ${formatCount(count, 'assignment')}.`,
    lateTitle: 'Late',
    lateLine: (module: string, due: string, names: string) => `${module}, due ${due}: ${names}`,
    endsTitle: 'Ends this week',
    endsLine: (module: string, due: string, done: number, all: number) =>
      `${module}, due ${due}: ${done} of ${all} have done it`,
    open: 'Open the desk',
    off1: 'You get this because you use the desk. Turn it off with one click:',
    offDone: 'The digest is turned off. You can turn it on again at your desk, under Assignments.',
    offTitle: 'No more digests',
    offAsk: 'Turn the weekly digest off?',
    offAct: 'Turn it off',
  },
} as const;
