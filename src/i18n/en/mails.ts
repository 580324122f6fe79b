import { formatCount } from '../format.ts';

/** Words of mails as they were sent, of what has changed since, and of readers to whom a mail was passed on. */
export const mails = {
  seen: {
    done: 'Trainers see that you answered, not what.',
    results: 'Your trainer can see what you answered and how sure you were.',
  },
  /** In the first mail. */
  replies: (address: string) => `What you answer to this mail goes to ${address}.`,
  /** Stands where a mail says how often its reader wants mail, when somebody else looks at it. */
  asTheyChose: 'as they chose',
  withdrawnByTrainer: 'a trainer took it back',
  since: {
    changed: 'This is how it was mailed to you, and how your answer counts. The library says it in other words by now.',
    gone: 'This is how it was mailed to you, and how your answer counts. The library no longer asks it.',
    rightNow: 'By now the library holds another answer for the better one:',
  },
  /** On a reader's own page. */
  wishes: {
    heading: 'How you get mail',
    language: 'Language',
    keepLanguage: 'Keep this language',
    unwanted: 'Lessons you do not want',
    hours:
      'Within these, mail comes in the working hours of your team, or of your shifts where those are known, never on a day off. Whoever keeps the list of people can change those.',
    refused: {
      incomplete: 'That form was not complete. Choose again below.',
      'bad-date': 'Choose a day between tomorrow and a year from now.',
    },
    done: {
      pace: 'Done. The new pace holds from the next mail on.',
      language: 'Done. The next mail comes in this language.',
      pause: 'Done. No mail until after that day.',
      resume: 'Done. Mail goes on as before.',
      relevant: 'Done. The lesson may come again.',
    },
  },
  /** For whoever has somebody else's mail: it was passed on. */
  guest: {
    notYou: 'Not you?',
    title: 'Not your mail?',
    lead: (person: string) =>
      `This mail was written to ${person}. Answer here if you like: nothing of it is kept, and it counts for nobody.`,
    own: 'If you would like such mail yourself, ask whoever trains your team.',
    takeBack: 'Take the answer back',
    justAnswered:
      'Did you answer from this mail just now? An answer of the last quarter of an hour can be taken back, once. Then it is as if it had not been given.',
    done: 'Taken back. Nothing of the answer is left, and nobody is told.',
    nothing: 'There is no answer of the last quarter of an hour to take back, or one was taken back before.',
    back: (person: string) => `I am ${person}: to my answer`,
    seenBefore:
      'This question had been opened from the mail by somebody else before, so a right answer counts as a guess.',
    counted: 'This counts for nobody.',
  },
  list: {
    title: 'Mails',
    dek: {
      done: 'Mails of assigned modules, as they were sent and what became of them. What people get at their own pace is theirs.',
      results: 'Every mail to your teams, as it was sent and what became of it.',
    },
    find: 'Name or address',
    group: 'Which',
    groups: {
      all: 'All',
      waiting: 'Not left yet',
      'not-arrived': 'Did not arrive',
      unanswered: 'Sent, no answer',
      answered: 'Answered',
    },
    go: 'Show',
    preview: 'Preview a mail',
    none: 'No mail fits.',
    caption: (page: number) => `The newest first, page ${page}`,
    open: 'Open',
    pages: 'More mails',
    newer: 'Newer',
    older: 'Older',
  },
  one: {
    title: (subject: string) => subject,
    back: 'All mails',
    to: (person: string, team: string) => `To ${person}, ${team}`,
    life: 'What became of it',
    sending: (number: number) => `Sending ${number}`,
    steps: {
      planned: (at: string) => `Planned, ${at}`,
      due: (at: string) => `Leaves ${at}`,
      tried: (times: number) => `Tried ${formatCount(times, 'time')}`,
      accepted: (at: string) => `Handed over to the mail server, ${at}`,
      code: (code: string) => `which took it (${code})`,
      ended: 'Not delivered',
      reported: (at: string) => `Reported, ${at}`,
      answered: 'Answered',
    },
    verdicts: {
      hard: 'the address takes no mail',
      soft: 'it could not be delivered for now',
      policy: 'a server refused it by its rules',
      delayed: 'a server is still trying',
    },
    opened: 'Whether it was opened is not known: nothing in a mail tells us.',
    written: 'The mail',
    frame: (subject: string) => `The mail “${subject}”`,
    asSent:
      'In the words that were sent. Its links open nothing here; what its team remembers is as of today, and how often its reader wants mail is not shown.',
    asToday:
      'As it would be written today: its own words are kept from the day it leaves. Its links open nothing here.',
    gone: 'It can no longer be shown: the library has taken its question out, and its words were not kept.',
    text: 'As plain text',
    again: 'Send it again',
    againLead:
      'The same mail with the same links, on the next free morning of its reader. The question is open for as long as a new one.',
    why: 'Why',
    reasons: { 'not-arrived': 'It did not arrive', asked: 'Its reader asked for it' },
    act: 'Send it again',
    withdraw: 'Take it back',
    withdrawLead: 'It has not left. While its assignment stands, the lesson is planned again for another day.',
    withdrawAct: 'Do not send this mail',
    refusals: {
      gone: 'There is no such mail.',
      answered: 'It is answered, so there is nothing to send again.',
      'on-its-way': 'It is on its way, or nobody knows yet: wait for what becomes of it.',
      arrived: 'A server took it, and nothing came back. If its reader cannot find it, say that they asked.',
      withdrawn: 'It was withdrawn.',
      'no-mail-for-now': 'Its reader wants no mail for now, or is no longer here.',
      'address-refused': 'The address takes no mail. The page of the team says why, and how to let it have mail again.',
      'often-enough': 'It was sent three times. Ask its reader in person.',
    },
    done: {
      again: (day: string) => `It goes again on ${day}.`,
      withdrawn: 'It will not be sent.',
      left: 'It had left already.',
    },
  },
  preview: {
    title: 'Preview a mail',
    dek: 'What somebody of yours would get on a lesson, as if they had never met it. Nothing is saved, and its links open nothing.',
    team: 'Team',
    choose: 'Choose the team',
    person: 'For',
    lesson: 'Lesson',
    kind: 'As',
    kinds: {
      case: 'a case with its question',
      recall: 'a question alone',
      compare: 'two cases to compare',
      apply: 'a step to take',
      'did-you': 'the question after a step',
    },
    show: 'Show the mail',
    subject: 'Subject',
    page: 'As a page',
    toMe: (email: string) => `Send it to me (${email})`,
    nobody: 'This team has nobody yet.',
    refusals: {
      'no-such-lesson': 'There is no such lesson to send.',
      'no-such-person': 'There is no such person in your teams.',
      'not-of-this-kind': 'This lesson has no mail of that kind for this person’s work. Choose another kind.',
    },
    sent: {
      sent: 'It is on its way to you, marked as a preview.',
      'often-enough': 'You have had twenty previews in the last hour. Wait a little.',
      'no-such-preview': 'There is no such mail to send.',
    },
    letter: {
      subject: (subject: string) => `Preview: ${subject}`,
      said: (reader: string) =>
        `A preview of what ${reader} would get. It went to you alone, its links open nothing, and nothing is counted.`,
    },
  },
} as const;
