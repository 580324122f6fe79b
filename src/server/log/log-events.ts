import type { ReportVerdict } from '#core/delivery/bounce/report.ts';
import type { Trouble } from '#core/delivery/judge-reply.ts';
import type { MessagePurpose } from '#core/delivery/message-purpose.ts';
import type { NoticeKind } from '#core/delivery/operator-notice.ts';

export type LogGravity = 'debug' | 'info' | 'warn' | 'error';

/** A message by its number and its person's: whose it is stands in the store, and in no log. */
type Mail = {
  message: number;
  person: number | null;
  purpose: MessagePurpose;
};
type Attempt = Mail & { attempt: number };

/** `route` is a pattern such as `/n/[token]`: a path may hold a token. */
type Request = { method: string; route: string };

/** What is told with each event, besides its sentence. There is no field for a name, an address or a path. */
export type LogFields = {
  'team-planned': { team: number; on: string; nudges: number };
  'piece-left-out': { piece: string; faults: number };
  'library-not-refreshed': { err: unknown };
  'piece-published': { piece: string };
  'piece-withdrawn': { piece: string };
  'pieces-taken-in': { pieces: number };
  'pieces-handed-out': { pieces: number };
  'shared-file-refused': { why: string };
  'near-miss-received': Record<never, never>;
  'near-miss-limited': { door: 'report' | 'receipt' };
  'strips-not-opened': { strips: number };
  'clock-stepped': { minutes: number; mails: number; mornings: number };
  'clock-differs': { seconds: number };
  'lease-not-renewed': { err: unknown };
  'mail-paused': { why: 'restored' | 'copied'; since: string };
  'mark-not-written': { err: unknown };
  'tick-skipped': { because: 'busy' | 'late' };
  'tick-not-written': { err: unknown };
  'planning-failed': { err: unknown };
  'mail-round': { accepted: number; deferred: number; failed: number; unknown: number; cancelled: number };
  'sending-failed': { err: unknown };
  'message-accepted': Attempt;
  'message-deferred': Attempt & { trouble: Trouble | null; reply: string };
  'message-not-written': Attempt & { err: unknown };
  'message-refused': Attempt & { refused: 'recipient' | 'message'; reply: string };
  'breaker-opened': { trouble: Trouble; reply: string; faults: number; nextTry: string };
  'breaker-closed': { trouble: Trouble; minutes: number };
  'refresh-token-replaced': Record<never, never>;
  'signing-key-short': { bits: number };
  'destination-rests': { until: string; reply: string };
  'letters-wait': { letters: number; trouble: Trouble };
  'message-unknown': Attempt & { reply: string };
  'outcome-not-written': Attempt & { outcome: 'accepted' | 'deferred' | 'failed' | 'unknown'; err: unknown };
  'message-taken-back': Attempt;
  'message-abandoned': Attempt;
  'message-waits': Attempt & { until: number };
  'message-cancelled': Attempt & { why: string };
  'message-expired': Mail;
  'lease-lost': Attempt;
  'report-read': Mail & { verdict: ReportVerdict; effect: string };
  'report-foreign': Record<string, never>;
  'report-unreadable': { message: number | null; err: unknown };
  'reports-not-believed': { message: number };
  'mail-refused-by-policy': Mail & { reply: string };
  'delays-counted': { delays: number };
  'reports-not-fetched': { err: unknown };
  'reports-fetched-again': { minutes: number };
  'report-not-taken': { err: unknown };
  'operator-told': { about: NoticeKind };
  'operator-not-told': { about: NoticeKind; reply: string };
  'operator-notices-failed': { err: unknown };
  'digests-written': { letters: number };
  'digests-failed': { err: unknown };
  'brief-kept': { quarter: string; letters: number };
  'brief-failed': { err: unknown };
  'reminders-written': { letters: number };
  'reminders-failed': { err: unknown };
  'figures-not-kept': { err: unknown };
  'scheduler-ended': { againInSeconds: number; err: unknown };
  'scheduler-troubled': { err: unknown };
  'sign-in-not-sent': { err: unknown };
  'sign-in-limited': { by: 'browser' | 'asker' | 'address' };
  'sign-in-code-wrong': { wrong: number };
  'company-sign-in-failed': {
    why: 'unreachable' | 'refused' | 'stale' | 'not-believed' | 'unverified' | 'no-trainer';
    err: unknown;
  };
  'session-began': { way: 'link' | 'code' | 'company-account' };
  'session-ended': { sessions: number };
  'session-token-reused': { sessions: number };
  request: Request & { status: number; ms: number };
  'request-failed': Request & { id: string; err: unknown };
  'form-not-saved': Request & { err: unknown };
  'request-refused': Request & { id: string; status: number; why: string };
  'connection-refused': { status: number; code: string };
  'connections-full': { most: number };
  'server-troubled': { err: unknown };
  'metrics-refused': { status: 401 | 403 };
  'store-silent': { route: string; err: unknown };
  'file-unreadable': { id: string; file: string; err: unknown };
  'file-broken-off': { file: string; err: unknown };
  'reader-left': { file: string; err: unknown };
  'form-unreadable': { err: unknown };
  'inbox-failed': { err: unknown };
  'promise-dropped': { id: string; err: unknown };
  'folder-closed': Record<never, never>;
  'folder-open': Record<never, never>;
  'process-failed': { id: string; err: unknown };
  'person-erased': { by: 'command' | 'reader' | 'trainer' };
  'erased-again': { addresses: number };
  'files-scrubbed': { scrubbed: 'done' | 'busy' | 'elsewhere'; stores: number; unreadable: number };
  'import-written': { what: 'applied' | 'undone'; ended: 'done' | 'stopped' | 'busy'; ms: number };
  'import-failed': { what: 'applied' | 'undone'; err: unknown };
  'retention-done': { answers: number; mails: number; people: number; others: number };
  'retention-failed': { err: unknown };
  'xapi-sent': { statements: number };
  'xapi-refused': { statement: string; reply: string };
  'xapi-paused': { reply: string; failures: number; nextTry: string };
  'xapi-goes-on': { minutes: number };
  'xapi-failed': { err: unknown };
};

export type LogEvent = keyof LogFields;

/** Every event that is logged, how grave it is, and what it means. */
export const logEvents = {
  'team-planned': { level: 'info', says: 'The morning of a team was planned.' },
  'library-not-refreshed': {
    level: 'warn',
    says: 'Whether the house published anything since could not be read; pages show the library as it was last known.',
  },
  'piece-left-out': {
    level: 'warn',
    says: 'A case or module of the house no longer passes the checks of this library and is not sent; its page on the desk says why.',
  },
  'piece-published': { level: 'info', says: 'A case or module of the house was published.' },
  'piece-withdrawn': { level: 'info', says: 'A case or module of the house was withdrawn.' },
  'pieces-taken-in': { level: 'info', says: 'Cases or modules of another organisation were taken in.' },
  'pieces-handed-out': { level: 'info', says: 'A file with cases or modules was made for other organisations.' },
  'shared-file-refused': {
    level: 'warn',
    says: 'A file of another organisation was not taken in; whoever brought it was told why.',
  },
  'near-miss-received': { level: 'info', says: 'A near miss was reported.' },
  'near-miss-limited': {
    level: 'warn',
    says: 'Reports of near misses, or their receipt numbers, were asked for too often from one network.',
  },
  'strips-not-opened': {
    level: 'error',
    says: 'Who reported some near misses cannot be opened: the secret that sealed it is in neither SECRET nor PREVIOUS_SECRETS.',
  },
  'clock-stepped': {
    level: 'warn',
    says: 'The clock was set, or the machine slept; what was planned ahead of it was taken back.',
  },
  'clock-differs': {
    level: 'warn',
    says: 'The clock of the database is ahead of this machine’s by so much, or behind; leases go by the database’s.',
  },
  'lease-not-renewed': {
    level: 'warn',
    says: 'The store did not take a sign of life of this sender; the next one follows soon.',
  },
  'mail-paused': {
    level: 'error',
    says: 'The store was restored or copied, so nothing is planned or sent; npm run nudge -- resume --dry-run says more.',
  },
  'mark-not-written': {
    level: 'warn',
    says: 'The mark of what was sent last could not be written; a copy of the store may go unnoticed until it is.',
  },
  'tick-skipped': {
    level: 'warn',
    says: 'A minute’s work was left out: the one before is still under way, or the machine was too busy to begin it.',
  },
  'tick-not-written': { level: 'error', says: 'The store did not take the time of this minute’s work.' },
  'planning-failed': { level: 'error', says: 'Planning failed; the next minute tries again.' },
  'mail-round': { level: 'info', says: 'What was due was dealt with.' },
  'sending-failed': { level: 'error', says: 'Sending failed; the next minute tries again.' },
  'message-accepted': { level: 'debug', says: 'The mail server took a message.' },
  'message-deferred': { level: 'warn', says: 'A message could not be handed over; it is tried again later.' },
  'message-not-written': { level: 'error', says: 'A message could not be written; it is tried again later.' },
  'message-refused': { level: 'warn', says: 'The mail server refused a message for good.' },
  'breaker-opened': { level: 'error', says: 'No mail is sent until the next try; npm run nudge -- doctor says more.' },
  'breaker-closed': { level: 'info', says: 'The mail server works again, and mail goes out.' },
  'refresh-token-replaced': {
    level: 'warn',
    says: 'The token server gave a new refresh token. It is forgotten at the end, and SMTP_OAUTH_REFRESH_TOKEN may be of no use at the next start.',
  },
  'signing-key-short': {
    level: 'warn',
    says: 'The key of DKIM_KEY_FILE is shorter than 2048 bits, and some receivers may not believe its signature.',
  },
  'destination-rests': { level: 'warn', says: 'A domain asked for less mail, and gets none for a while.' },
  'letters-wait': { level: 'error', says: 'Sign-in mails wait, because no mail can be sent just now.' },
  'message-unknown': { level: 'warn', says: 'The mail server did not say whether it took a message.' },
  'outcome-not-written': {
    level: 'error',
    says: 'The store did not take what became of a message; it is written again until it does.',
  },
  'message-taken-back': { level: 'warn', says: 'A sender stopped before it sent a message; it is sent by the next.' },
  'message-abandoned': { level: 'warn', says: 'A sender stopped before it wrote down whether a message was taken.' },
  'message-waits': { level: 'info', says: 'A message came too late for its reader’s day, and waits for the next.' },
  'message-cancelled': { level: 'info', says: 'A message was not sent after all.' },
  'message-expired': { level: 'warn', says: 'A message was not sent in time, and is of no more use.' },
  'lease-lost': { level: 'warn', says: 'A message took so long that another sender may have it.' },
  'report-read': { level: 'info', says: 'A mail server or a reader reported what became of a message.' },
  'report-foreign': { level: 'warn', says: 'A report is about no mail that we sent, and was ignored.' },
  'report-unreadable': {
    level: 'warn',
    says: 'A report says nothing that we know, and was kept for somebody to read.',
  },
  'reports-not-believed': {
    level: 'error',
    says: 'So many addresses are reported gone that a directory must be out; no address is taken off for it.',
  },
  'mail-refused-by-policy': {
    level: 'error',
    says: 'A mail server does not want our mail, which is no fault of the address.',
  },
  'delays-counted': { level: 'info', says: 'Delays of which nothing more was heard count as failures for now.' },
  'reports-not-fetched': { level: 'error', says: 'The mailbox of reports cannot be read; it is tried every minute.' },
  'reports-fetched-again': { level: 'info', says: 'The mailbox of reports can be read again.' },
  'report-not-taken': { level: 'error', says: 'A report could not be taken; its server will bring it again.' },
  'digests-written': { level: 'info', says: 'Trainers are written to about what is assigned.' },
  'brief-kept': { level: 'info', says: 'The board brief of a quarter was kept, and executives are written to.' },
  'brief-failed': { level: 'error', says: 'The board brief could not be kept; it is tried again in a minute.' },
  'reminders-written': { level: 'info', says: 'Owners of the code are reminded of what is due.' },
  'reminders-failed': {
    level: 'error',
    says: 'The reminders to owners of the code could not be written; they are tried again in a minute.',
  },
  'digests-failed': {
    level: 'error',
    says: 'The digests of trainers could not be written; they are tried again in a minute.',
  },
  'operator-told': { level: 'info', says: 'The operator was written to about a trouble.' },
  'operator-not-told': {
    level: 'error',
    says: 'The operator could not be written to; it is tried again in ten minutes.',
  },
  'operator-notices-failed': { level: 'error', says: 'What the operator should be told could not be looked up.' },
  'figures-not-kept': {
    level: 'error',
    says: 'The figures of the desk could not be brought up to date; the next round tries again.',
  },
  'sign-in-not-sent': {
    level: 'error',
    says: 'A sign-in mail could not be made, or the round that should send it failed.',
  },
  'sign-in-limited': {
    level: 'warn',
    says: 'Sign-in mails were asked for so often that no more are sent for a while; who asked was told.',
  },
  'sign-in-code-wrong': {
    level: 'warn',
    says: 'Somebody typed a wrong sign-in code; after five its link is of no use.',
  },
  'company-sign-in-failed': {
    level: 'warn',
    says: 'Somebody did not get in with their company account; if it happens to all, look at OIDC_ISSUER and its client.',
  },
  'session-began': { level: 'info', says: 'A trainer signed in.' },
  'session-ended': { level: 'info', says: 'A trainer signed out, or was signed out everywhere.' },
  'session-token-reused': {
    level: 'warn',
    says: 'A session was ended: a token came back that had been exchanged for another, so two had it.',
  },
  'scheduler-ended': { level: 'error', says: 'The thread that plans and sends ended; it is begun again.' },
  'scheduler-troubled': { level: 'error', says: 'Something failed in the scheduler that nobody was waiting for.' },
  request: { level: 'debug', says: 'A request was answered.' },
  'request-failed': { level: 'error', says: 'A request failed, and no other.' },
  'form-not-saved': { level: 'error', says: 'The store did not take a form; it was given back to be sent again.' },
  'request-refused': { level: 'info', says: 'A request asked what it may not, or asked it wrongly.' },
  'connection-refused': { level: 'debug', says: 'What came over a connection is no request that can be read.' },
  'connections-full': {
    level: 'warn',
    says: 'As many connections are open as are taken at once; more are turned away.',
  },
  'server-troubled': { level: 'error', says: 'A connection could not be taken; those that are open go on.' },
  'metrics-refused': { level: 'debug', says: 'Somebody asked for /metrics who may not read it.' },
  'store-silent': { level: 'error', says: 'The store does not answer.' },
  'file-unreadable': { level: 'warn', says: 'A file of the built site could not be read.' },
  'file-broken-off': { level: 'warn', says: 'A file of the built site could not be read to its end.' },
  'reader-left': { level: 'debug', says: 'A reader went away before the end of a file.' },
  'form-unreadable': { level: 'debug', says: 'A posted form could not be read, and was taken as empty.' },
  'inbox-failed': { level: 'error', says: 'The mail server of the demo lost a connection, or could not keep a mail.' },
  'person-erased': { level: 'info', says: 'Somebody was erased, by a command, from their own page or on the desk.' },
  'erased-again': {
    level: 'warn',
    says: 'This store holds people who had been erased, as a backup does that was put back; they were erased again.',
  },
  'files-scrubbed': { level: 'info', says: 'What deleted rows leave in the files of the store was overwritten.' },
  'import-written': { level: 'info', says: 'An import of people, or its undoing, was written.' },
  'import-failed': { level: 'error', says: 'An import of people broke off; its page offers to go on or to undo it.' },
  'retention-done': { level: 'info', says: 'What had been kept for its time was cut.' },
  'xapi-sent': { level: 'debug', says: 'The learning record store took statements.' },
  'xapi-refused': {
    level: 'error',
    says: 'The learning record store refused a statement for good; it is set aside, and npm run nudge -- doctor tells its words.',
  },
  'xapi-paused': {
    level: 'error',
    says: 'The learning record store cannot be used; what is for it waits, and is tried again then.',
  },
  'xapi-goes-on': { level: 'info', says: 'The learning record store takes statements again.' },
  'xapi-failed': {
    level: 'error',
    says: 'Results could not be told to the learning record store; the next minute tries again.',
  },
  'retention-failed': {
    level: 'error',
    says: 'What has been kept for its time could not be cut; the next hour tries again.',
  },
  'promise-dropped': { level: 'error', says: 'Something failed that nobody was waiting for.' },
  'folder-closed': { level: 'info', says: 'Others could look into the data folder; it is closed to them now.' },
  'folder-open': {
    level: 'warn',
    says: 'Others on this machine may look into the data folder, and it is not ours to close; npm run nudge -- doctor says more.',
  },
  'process-failed': {
    level: 'error',
    says: 'Something failed that nobody caught: nobody knows what it left, so the process ends in order, for its supervisor to start it again.',
  },
} as const satisfies Record<LogEvent, { level: LogGravity; says: string }>;
