import type { NoticeKind, Told } from '#core/delivery/operator-notice.ts';
import { desk } from '#i18n/en/desk.ts';
import { formatCount } from '#i18n/format.ts';
import type { Instant } from '#server/database/schema.ts';
import type { PlainLetter } from './operator-route.ts';
import type { Troubles } from './read-troubles.ts';

/** What a letter is written from; `told` is what was written before. */
export type NoticeGround = { troubles: Troubles; told: Told; now: Instant; siteUrl: string };

/** A letter to whoever runs Nodomoto: what, since when, how many mails, the mend and the command. In English, as the log and the commands are. */
export function operatorLetter(kind: NoticeKind, ground: NoticeGround): PlainLetter {
  const { subject, paragraphs } = writers[kind](ground);
  return { subject: `Nodomoto: ${subject}`, paragraphs: [...paragraphs, `This is about ${ground.siteUrl}.`] };
}

const writers: Record<NoticeKind, (ground: NoticeGround) => PlainLetter> = {
  held: ({ troubles: { breaker, waiting } }) => {
    if (!breaker) return { subject: 'mail was held back', paragraphs: [] };
    const { troubles, mends } = desk.mailHeld;
    const { trouble, reply, since } = breaker;
    return {
      subject: `no mail goes out (${trouble})`,
      paragraphs: [
        `Since ${utc(since)} no mail goes out: ${troubles[trouble]}. It was said: “${reply}”.`,
        `${waiting === 1 ? '1 mail waits' : `${waiting} mails wait`}. Each follows once it may, at an hour at which its reader may be mailed and if it is of use by then. Sign-in mails wait as well.`,
        `What to do: ${mends[trouble]} To see whether it works again: npm run nudge -- doctor`,
        'It is tried again by itself, every ten minutes at least. Once mail goes again, you get one more letter.',
      ],
    };
  },
  again: ({ troubles: { waiting }, told, now }) => ({
    subject: 'mail goes again',
    paragraphs: [
      `Mail goes out again${told.held ? `, after ${lasted(now - told.held.since)}` : ''}. ${mails(told.held?.waited ?? waiting)} waited; ${waiting === 0 ? 'none does any more' : `${waiting} still do, and follow, each at an hour at which its reader may be mailed`}.`,
      'There is nothing to do.',
    ],
  }),
  unknown: ({ troubles: { unknown } }) => ({
    subject: `${mails(unknown)} of unknown fate`,
    paragraphs: [
      `A server or this machine stopped in the middle of ${mails(unknown)}, so that nobody knows whether they arrived.`,
      'What to do: look for their addresses in the log of the mail server, and settle each. They are listed by: npm run nudge -- held',
    ],
  }),
  policy: ({ troubles: { policy } }) => ({
    subject: `${mails(policy)} refused for what servers think of ours`,
    paragraphs: [
      `In the last day servers refused ${mails(policy)} for good, not for the address but for policy (5.7.x): they take our mail for spam, or find it not signed as it should be. No address was taken off.`,
      'What to do: ask the keeper of the mail server about SPF, DKIM and DMARC of the sender, and about block lists. What was said stands in the log as message-refused. To look at the sender: npm run nudge -- doctor',
    ],
  }),
};

function mails(count: number): string {
  return formatCount(count, 'mail');
}

function utc(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function lasted(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  return minutes < 120 ? formatCount(minutes, 'minute') : formatCount(Math.round(minutes / 60), 'hour');
}
