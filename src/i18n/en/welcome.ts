/** Words of the mail that comes before the first question. */
export const welcome = {
  subject: 'Nodomoto: what will come, and how you set it',
  who: (name: string, team: string) =>
    `Hello ${name}. Nodomoto keeps lessons of past supply-chain crises warm in your firm. Your firm gave us your name, address and role, and that you work in ${team}, so that they reach whoever needs them.`,
  what: (pace: string) =>
    `A short question about a real crisis comes ${pace}, the first on your next working day at the earliest: two minutes, in working hours, without points or ranking.`,
  yours:
    'On your own page you choose days and hours, how often it comes and in which language, or pause it. There you see all that is kept, can take it with you and have it erased.',
  set: 'Set days and hours',
  stop: 'If you want none of this, stop it here before it begins. Nobody is asked why.',
  stopAct: 'Send me no mail',
} as const;
