/** Words of mails as they were sent, of what has changed since, and of readers to whom a mail was passed on. */
export const mails = {
  seen: {
    done: 'Trainers see that you answered, not what.',
    results: 'Your trainer can see what you answered and how sure you were.',
  },
  since: {
    changed: 'This is how it was mailed to you, and how your answer counts. The library says it in other words by now.',
    gone: 'This is how it was mailed to you, and how your answer counts. The library no longer asks it.',
    rightNow: 'By now the library holds another answer for the better one:',
  },
} as const;
