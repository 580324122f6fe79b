import { formatCount, formatList } from '../format.ts';

const counts = {
  people: (count: number) => formatCount(count, 'entry in the list of people', 'entries in the list of people'),
  nudges: (count: number) => formatCount(count, 'question that was mailed', 'questions that were mailed'),
  answers: (count: number) => formatCount(count, 'answer'),
  memories: (count: number) => formatCount(count, 'estimate of a memory', 'estimates of memories'),
  messages: (count: number) => formatCount(count, 'e-mail with its fate', 'e-mails with their fate'),
  reports: (count: number) => formatCount(count, 'report of a mail server', 'reports of mail servers'),
  statements: (count: number) =>
    formatCount(count, 'statement for the learning record store', 'statements for the learning record store'),
  signIns: (count: number) => formatCount(count, 'link to the desk', 'links to the desk'),
  sessions: (count: number) => formatCount(count, 'session at the desk', 'sessions at the desk'),
  refusals: (count: number) =>
    formatCount(count, 'note that the address gets no mail', 'notes that the address gets no mail'),
  signed: (count: number) =>
    formatCount(count, 'signature under what a trainer set', 'signatures under what a trainer set'),
  quoted: (count: number) =>
    formatCount(count, 'sentence in which the address stood', 'sentences in which the address stood'),
};

/** Words of what is kept about a person: the page for everybody, the reader's own, and the certificate of an erasure. */
export const privacy = {
  title: 'What we keep, and why',
  description:
    'What Nodomoto keeps about the people it writes to, why, who sees it, for how long, and what they may ask for.',
  link: 'What we keep, and why',
  dek: 'Nodomoto writes to people at work and asks them questions. For that it keeps some things about them. Here is all of it.',
  months: (count: number) => formatCount(count, 'month'),
  days: (count: number) => formatCount(count, 'day'),
  controller: {
    heading: 'Who is responsible',
    unnamed:
      'Whoever runs this site has not named on this page who is responsible for it. It is the firm that gave us your address: ask the trainer of your team, or its data protection officer.',
    contact: 'Ask here:',
    noContact: 'Ask whoever answers for data protection in your firm.',
  },
  purpose: {
    heading: 'What for',
    text: 'So that a team still knows what past crises taught when the next one comes. Each question goes to the person, and on the day, where it is worth most; for that we estimate what you remember from what you answered. It is used for nothing else: not to judge work, pay or promotion.',
  },
  basis: {
    heading: 'On what legal ground',
    usual:
      'Legitimate interest of the firm in keeping its supply running (GDPR Article 6(1)(f)), or the works agreement, where there is one. You may object at any time: unsubscribing is enough.',
  },
  kept: {
    heading: 'What is kept, who sees it, for how long',
    head: ['What', 'What for', 'Who sees it', 'How long'],
    listed: {
      what: 'Name, address, team, role, language, time zone, working time; the year you joined and your last day, if the list has them',
      why: 'To write to you, at a good hour, about what concerns your work',
      who: 'Trainers',
      long: (days: string) => `As long as you are in the list of people; ${days} after your last day at most`,
    },
    mails: {
      what: 'Which question went to you when, and whether the mail arrived. The text of the mail only while it is on its way',
      why: 'To write no more often than you wish, and to ask nothing twice',
      who: 'Trainers',
      long: (months: string) => months,
    },
    answers: {
      what: 'What you answered, how sure you were, and when',
      why: 'To show you what was right, and to choose when a lesson comes again',
      who: {
        done: 'You. Trainers see whether you answered, not what, and not whether it was right',
        results: 'You, and trainers: this firm has chosen to show them each answer by name',
      },
      long: (months: string) => `${months}; then only what it says of your memory is left`,
    },
    memory: {
      what: 'For each lesson an estimate: how well it is remembered, and when you last met it',
      why: 'To choose what comes next',
      who: (smallest: number) =>
        `You. Trainers and colleagues see the figure of a whole team only, and none of a team with fewer than ${smallest} people`,
      long: 'As long as you are in the list of people',
    },
    wishes: {
      what: 'Your pace, days and hours that you chose, a pause, that you unsubscribed, lessons that are not for you, addresses that refused our mail',
      why: 'To keep to it',
      who: 'Trainers see pauses, days and hours that you chose, and refused addresses',
      long: 'As long as you are in the list of people',
    },
    trainers: {
      what: 'Of trainers: sign-ins and sessions; what they assigned and which news they sent round; whose names they looked at',
      why: 'To open the desk to nobody else, and so that it can be said who did what',
      who: 'Trainers, and whoever runs the site',
      long: (days: string, months: string, access: string) =>
        `Sign-ins ${days}, news and withdrawn assignments ${months}, looks ${access}`,
    },
    reporters: {
      what: 'Of whoever reported a near miss: what they said of themselves, encrypted, and letters to them; what they told, without who they are',
      why: 'To ask them, and to tell them what became of it',
      who: 'Editors and trainers of the house, each look written down',
      long: 'Who they are until the report is closed; what they told as long as the store',
    },
    erased: {
      what: 'Of whoever was erased: a keyed hash of the address, from which nobody can read it',
      why: 'So that no list and no backup brings them back',
      who: 'Nobody',
      long: 'As long as the store',
    },
  },
  who: {
    heading: 'Where it lies, and where it goes',
    text: 'In one store of your firm, and in the backups it makes of it. Mail goes over the mail server of your firm.',
    nobodyElse: 'Nothing goes to anybody else: this site loads nothing from elsewhere and has no analytics.',
    recordStore: (host: string) =>
      `This firm has chosen to tell its learning record store at ${host} what each person read, answered (which choice, and whether it was right), recalled weeks later and completed. There you stand under a name that says nothing, never under your name or address; whoever has this store and that one can put the two together. An erasure here reaches what still waits, not what that store has: the certificate gives the name to ask it for. Nothing goes to anybody else: this site loads nothing from elsewhere and has no analytics.`,
  },
  machine: {
    heading: 'No decision about a person',
    text: 'A program chooses which question comes to you and when. It decides nothing else about you: no mark, no rank, no list of the best or worst, and nothing that has legal effect or weighs like it (GDPR Article 22).',
  },
  rights: {
    heading: 'What you may ask for',
    lead: 'Each mail to you has a link “Your data” at its foot. Behind it, without asking anybody:',
    list: [
      'see everything that is kept about you, in words',
      'take it with you as a file that programs can read',
      'have it erased, at once and for good',
      'pause the mails or end them',
    ],
    rest: 'To have something put right, ask whoever keeps the list of people. You may complain to the data protection authority of your country.',
  },
  cookies: {
    heading: 'Cookies',
    text: 'Readers get none, unless they choose a language by hand: then one that says which, for a year. Trainers get one while they are signed in, one for ten minutes in the browser in which they asked for a link, one for ten minutes while they sign in with their company account, and one that says for 180 days that they signed in in this browser before, so that nobody can keep them from asking for a link. None follows anybody anywhere.',
  },
  /** The page of one person. */
  me: {
    title: 'Your data',
    of: (name: string, team: string) => `${name}, ${team}`,
    lead: 'Everything that Nodomoto keeps about you stands on this page. Whoever has the link in your mail can open it, so do not pass that on.',
    you: 'You',
    facts: {
      name: 'Name',
      email: 'Address',
      team: 'Team',
      role: 'Role',
      language: 'Language',
      zone: 'Time zone',
      joined: 'Joined',
      number: 'Staff number',
      starts: 'First day',
      leaves: 'Last day',
      since: 'In the list since',
      pace: 'Pace',
      paused: 'Paused until',
      away: 'Away until, as your trainer says',
      unsubscribed: 'Unsubscribed on',
      refused: 'No mail to this address',
    },
    answers: {
      heading: 'What you were asked, and what you answered',
      head: ['Day', 'Lesson', 'You', 'Kept until'],
      none: 'Nothing was mailed to you yet, or it was so long ago that it was cut.',
      right: 'answered right',
      wrong: 'answered otherwise',
      said: 'answered',
      read: 'read',
      later: 'put off',
      open: 'no answer',
      sure: { guess: 'a guess', fairly: 'fairly sure', sure: 'sure' },
      older: (count: number) => `${formatCount(count, 'older question')} more; the file below has them all.`,
    },
    memory: {
      heading: 'What that says of your memory',
      lead: 'An estimate, made from your answers alone. It decides which question comes next, and nothing else.',
      head: ['Lesson', 'Today', 'Last met'],
      none: 'You have not met a lesson yet.',
      warmth: ['gone cold', 'nearly cold', 'cooling', 'even odds', 'warm', 'fresh'],
    },
    desk: {
      heading: 'What you did as a trainer',
      text: (signIns: number, set: number) =>
        `${formatCount(signIns, 'sign-in')} and ${formatCount(set, 'assignment or news item', 'assignments and news items')} bear your address; the file below has them.`,
    },
    seen: {
      heading: 'Who sees it',
      done: 'Trainers see your name, your team, which lesson was assigned or mailed to you and whether you answered. They do not see what you answered, nor whether it was right.',
      results:
        'Trainers see your name, your team, what was mailed to you, what you answered and whether it was right: this firm has chosen so.',
      team: (smallest: number) =>
        `What your team remembers is shown as one figure, and only of a team of ${smallest} people or more. Colleagues see that figure in their mails, and no name.`,
    },
    kept: {
      heading: 'How long',
      text: (months: string, days: string) =>
        `Questions and answers ${months}. The estimates of your memory stay until you leave the list of people, and ${days} after your last day at most.`,
      more: 'All periods, purpose and legal ground',
    },
    take: {
      heading: 'Take it with you',
      text: 'All of it as one file (JSON), which programs can read.',
      act: 'Save the file',
    },
    stop: { heading: 'Less mail, or none', pause: 'Pause, pace, lessons', unsubscribe: 'Unsubscribe' },
    erase: {
      heading: 'Have it erased',
      text: 'You are taken out of the list of people, with every answer and every estimate. It is for good: nobody can undo it.',
      act: 'Erase my data …',
      title: 'Erase your data?',
      ask: (name: string, email: string) => `Everything about ${name} (${email}) goes, at once and for good.`,
      points: [
        'Questions, answers, estimates of your memory, pauses and wishes are deleted.',
        'You get no more mail from Nodomoto, and a list that names you again is taken in without you.',
        'Your team’s figure loses your part.',
        'What you set as a trainer stays in force, without your name.',
      ],
      confirm: 'Erase everything about me',
      back: 'Keep it, and go back',
      done: 'You are erased',
      keep: 'This page is the certificate. It is shown once: print or save it if you need it.',
    },
  },
  certificate: {
    title: 'Certificate of erasure',
    removed: 'Removed',
    at: (instant: string) => `Erased on ${instant}.`,
    counts,
    mails: (count: number) => `${formatCount(count, 'mail')} that lay as a file beside the store`,
    otherStore: (file: string, addresses: number) =>
      `${file}: ${formatCount(addresses, 'address', 'addresses')} erased`,
    nothing: 'nothing in the store; what lay beside it is named below',
    remains: 'What remains, and why',
    remaining: {
      mark: 'A keyed hash of the address, from which nobody can read it: it keeps lists and backups from bringing the address back.',
      row: 'The random key of the row in the list of people, for the same reason.',
      figures:
        'Figures of the team, from now on without this person; and a fitted model of memory, five numbers made from the answers of everybody.',
      signed: 'Assignments and news set as a trainer, in force and without a name.',
      notes: (count: number) =>
        `${formatCount(count, 'note')} by trainers in which this name stands: a program cannot tell who is meant. A trainer should look at them, at /desk/signals.`,
    },
    files: {
      done: 'The files of the store were written anew; nothing of what was deleted is left in them.',
      busy: 'Somebody was working with the store, so traces in its files are overwritten within minutes, as soon as it is free.',
      elsewhere:
        'The store is a PostgreSQL database. Its rows are gone; VACUUM frees their place, and its write-ahead log and archives are its operator’s to let end.',
      soon: 'What deleted rows left in the files of the store is overwritten within minutes.',
    },
    yours: 'What whoever runs Nodomoto has to do',
    duties: {
      unreadable: (files: readonly string[]) =>
        `${formatList(files, 'en')} could not be opened, so nobody could be erased from it: delete it.`,
      backups:
        'Backups made before today hold the data. Let them end. One that is put back is erased again by itself, as long as the data folder or the store that it replaced is still there.',
      recordStore: (learner: string) =>
        `The learning record store may hold statements under the account name ${learner}: have them deleted there.`,
      relay: 'The mail server keeps its own logs of addresses, and queues.',
      mailbox:
        'The mailbox of reports of undelivered mail (BOUNCE_IMAP_URL) is read and not emptied: delete what names the address.',
      exports: 'Files that were exported or printed, and the list that people are imported from.',
    },
  },
} as const;
