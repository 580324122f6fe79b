/** Words of the ways in to the desk, and of a trainer’s own sessions. */
export const wayIn = {
  signIn: {
    title: 'Sign in to the desk',
    sentTitle: 'Check your e-mail',
    sent: 'If the address belongs to a trainer, a link is on its way, or came some minutes ago. Open it in this browser. It works once, and for ten minutes.',
    code: {
      title: 'The mail is on another device?',
      lead: 'Open the link there: it shows a code of eight digits. Type it here.',
      label: 'Code',
      act: 'Sign in with the code',
      wrong:
        'This code does not fit. Look at it again, or ask for another link: after five tries, or ten minutes, a code is of no use.',
    },
    limited: (minutes: number) =>
      `Links were asked for so often that no more are sent just now. The next can go in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}. Those in your mailbox work for ten minutes in the browser that asked.`,
    everywhere: 'You are signed out everywhere.',
    company: {
      act: 'Sign in with your company account',
      orLink: 'Or by a link that you are mailed:',
      failed: 'You are not signed in',
      back: 'Back to the sign-in',
      problems: {
        unreachable: 'The sign-in of your company cannot be reached just now. Try again in a minute.',
        refused: 'Your company’s sign-in did not let you through to Nodomoto. Whoever looks after it can say why.',
        stale: 'This sign-in was not begun in this browser, or more than ten minutes ago. Begin again.',
        'not-believed':
          'What your company’s sign-in said could not be confirmed. Begin again; if it stays so, tell whoever looks after Nodomoto.',
        unverified:
          'Your company account has no e-mail address that is confirmed there. Whoever looks after it can change that.',
        'no-trainer':
          'Your company account works, but its e-mail address belongs to no trainer. Whoever looks after Nodomoto can add it.',
      },
    },
    demoInbox: 'This is the demo: the mail lies in the inbox.',
    openInbox: 'Open the inbox',
    again: 'Ask for another link',
    lead: 'For trainers. There is no password: you get a link by mail.',
    demoTrainer: (email: string) => `In the demo the trainer is ${email}.`,
    email: 'Your e-mail address',
    send: 'Send me a link',
    enter: 'Enter the desk',
    enterLead: 'One more click, so that no mail scanner signs in before you.',
    elsewhere: {
      title: 'This link was asked for in another browser',
      lead: 'For your safety it opens the desk only there. If it was you who asked, on another device or in another browser, type this code there:',
      warning:
        'If you did not ask for a link, close this page, and tell nobody the code: whoever has it could sign in as you.',
      here: 'You want to sign in here instead?',
      hereLead: 'Ask for a link in this browser; the one you have stays as it is.',
      askHere: 'Ask for a link here',
    },
    newLink: 'Ask for a new link',
    sendAnother: 'Send me another',
    problems: {
      used: 'This link was used already. Each one works once.',
      expired: 'This link is more than ten minutes old.',
      unknown: 'This link is not complete, or not one of ours.',
    },
  },
  sessions: {
    title: 'Where you are signed in',
    dek: (email: string) => `Every browser in which ${email} is signed in to the desk just now.`,
    since: 'Signed in since',
    used: 'Last used',
    where: 'Where',
    here: 'This browser',
    elsewhere: 'Another browser',
    note: (idle: string, longest: string) =>
      `A session ends after ${idle} hours without a click, and after ${longest} hours in any case. Which browser it was, and where, is not kept.`,
    everywhereLead:
      'Do you miss a device, or not know one of these? Sign out everywhere, here too. Links in your mailbox then open nothing either.',
    everywhere: 'Sign out everywhere',
  },
} as const;
