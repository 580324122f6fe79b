import { type Trouble, troubles } from '#core/delivery/judge-reply.ts';
import type { Log } from './log.ts';
import type { LogEvent, LogFields } from './log-events.ts';

/** Why a mail has to be tried again; *itself*: what was said concerns no other. */
export const deferrals = [...troubles, 'itself'] as const;
export const refusals = ['recipient', 'message'] as const;

/** What became of the mails that this process handed over since it started. */
export type MailTally = {
  accepted: number;
  unknown: number;
  deferred: Record<Trouble | 'itself', number>;
  failed: Record<(typeof refusals)[number], number>;
};

/** A log that counts what it is told of mails: every outcome comes by here, at whatever level lines are written. */
export function tallyMail(log: Log): { log: Log; tally: () => MailTally } {
  const tally: MailTally = {
    accepted: 0,
    unknown: 0,
    deferred: { connection: 0, tls: 0, login: 0, sender: 0, relay: 0, directory: 0, itself: 0 },
    failed: { recipient: 0, message: 0 },
  };
  const count: { [E in LogEvent]?: (fields: LogFields[E]) => void } = {
    'message-accepted': () => (tally.accepted += 1),
    'message-unknown': () => (tally.unknown += 1),
    'message-deferred': ({ trouble }) => (tally.deferred[trouble ?? 'itself'] += 1),
    'message-refused': ({ refused }) => (tally.failed[refused] += 1),
  };
  return {
    log: {
      tell: (event, fields) => {
        count[event]?.(fields);
        log.tell(event, fields);
      },
    },
    tally: () => structuredClone(tally),
  };
}
