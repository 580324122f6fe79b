import type { MessagePort } from 'node:worker_threads';
import type { Log } from '#server/log/log.ts';
import type { LogEvent, LogFields } from '#server/log/log-events.ts';
import type { SendCounts } from '#server/outbox/send-due.ts';
import type { Settings } from '#server/settings.ts';

/** What the scheduler's thread is begun with. `smtpUrl` is the demo's own mail server, which lives beside the site. */
export type ThreadData = { settings: Settings; smtpUrl: string | null };

export type ToThread = { kind: 'send'; id: number } | { kind: 'stop' };

/** `own`: what an error carries besides its words, which is lost on the way between threads. */
type Told = { kind: 'told'; event: LogEvent; fields: LogFields[LogEvent]; own: Record<string, string | number> };

export type FromThread =
  | Told
  | { kind: 'began'; accepted: number }
  | { kind: 'sent'; id: number; counts: SendCounts }
  | { kind: 'not-sent'; id: number; err: unknown };

/** A log whose lines another thread writes, among its own. */
export function logThrough(port: Pick<MessagePort, 'postMessage'>): Log {
  return {
    tell: (event, fields) => {
      const message: FromThread = { kind: 'told', event, fields, own: ownOf(fields) };
      port.postMessage(message);
    },
  };
}

/** Writes a line that another thread sent. */
export function passOn(log: Log, { event, fields, own }: Told): void {
  if ('err' in fields && fields.err instanceof Error) Object.assign(fields.err, own);
  log.tell(event, fields);
}

function ownOf(fields: object): Record<string, string | number> {
  if (!('err' in fields) || !(fields.err instanceof Error)) return {};
  const own = Object.entries(fields.err).filter(
    (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
  );
  return Object.fromEntries(own);
}
