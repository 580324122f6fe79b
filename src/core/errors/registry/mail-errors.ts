import type { ErrorEntry } from '../error-entry.ts';
import { type PemFault, pemFaults } from '../pem-faults.ts';

/** What a mail server did that took no test letter. */
const didWith = {
  deferred: 'did not take the test letter for now',
  failed: 'refused the test letter',
  unknown: 'fell silent over the test letter, which may have arrived',
} as const;

/** Errors of mail: composing, signing, handing over, and what comes back. */
export const mailErrors = {
  REPORTS_CANNOT_LISTEN: {
    title: 'Reports of mail that did not arrive cannot be taken',
    sentence: ({ where, reason }: { where: string; reason: string }) =>
      `Cannot listen on ${where} for reports (${reason}).`,
    mend: 'Check BOUNCE_LISTEN; another program may have that port.',
    page: 'reports-cannot-listen',
  },
  REPORTS_UNREACHABLE: {
    title: 'The mailbox of reports cannot be read',
    sentence: ({ where }: { where: string }) => `The mailbox at ${where} cannot be read.`,
    mend: 'Check BOUNCE_IMAP_URL. Until then nobody learns which mail did not arrive.',
    page: 'reports-unreachable',
  },
  MAIL_NOT_WANTED: {
    title: 'Mail servers do not want our mail',
    sentence: ({ count, reply }: { count: number; reply: string }) =>
      `${count} mails of the last week came back though their addresses are good; the last reason was "${reply}".`,
    mend: 'Look with whoever runs the mail server at SPF, DKIM, DMARC and the rules of the recipients’ server.',
    page: 'mail-not-wanted',
  },
  REPORT_UNREADABLE: {
    title: 'A report says nothing that is known',
    sentence: ({ file }: { file: string }) => `Nothing could be read out of ${file}.`,
    mend: 'Read it yourself; nothing was changed.',
    page: 'report-unreadable',
  },
  PLACEHOLDER_UNFILLED: {
    title: 'A mail has a placeholder that nothing fills',
    sentence: ({ name }: { name: string }) => `The mail template has a placeholder "${name}" that no value fills.`,
    mend: 'Build again: templates and code are of different versions.',
    page: 'placeholder-unfilled',
  },
  MAIL_TEMPLATE_MISSING: {
    title: 'No mail was drawn for what is asked',
    sentence: ({ kind, asked }: { kind: string; asked: string }) =>
      `No mail of the kind "${kind}" was drawn for ${asked}.`,
    mend: 'Run npm run build; what it asks may have been renamed since it was planned.',
    page: 'mail-template-missing',
  },
  UNKNOWN_MAIL: {
    title: 'Nobody knows whether some mails arrived',
    sentence: ({ count }: { count: number }) => `${count} mails may or may not have arrived.`,
    mend: 'Look at them, and settle each, with: npm run nudge -- held. UNKNOWN_POLICY=resend sends later ones once more by itself.',
    page: 'unknown-mail',
  },
  NO_SUCH_MESSAGE: {
    title: 'There is no such message',
    sentence: ({ id }: { id: number }) => `There is no message ${id}.`,
    mend: 'See which wait to be settled, with: npm run nudge -- held',
    page: 'no-such-message',
  },
  NOT_REFUSED: {
    title: 'Nothing keeps mail from the address',
    sentence: ({ address }: { address: string }) => `Nothing keeps mail from ${address}.`,
    mend: 'See which addresses get no mail, with: npm run nudge -- refused',
    page: 'not-refused',
  },
  NOT_HELD: {
    title: 'What became of a message is known already',
    sentence: ({ id, state }: { id: number; state: string }) =>
      `Message ${id} is not held: its state is "${state}". Nothing was changed.`,
    mend: 'See which wait to be settled, with: npm run nudge -- held',
    page: 'not-held',
  },
  TOO_LATE_TO_RESEND: {
    title: 'It is too late to send a message again',
    sentence: ({ id }: { id: number }) => `Message ${id} is past its time, and is not sent any more.`,
    mend: 'Settle it as accepted if it arrived, else with cancel: its day is then free for another.',
    page: 'too-late-to-resend',
  },
  NO_MAIL_SERVER: {
    title: 'No mail server is set',
    sentence: 'No mail server is set, so there is none to test.',
    mend: 'Set SMTP_URL, in the environment or in a file .env.',
    page: 'no-mail-server',
  },
  NO_OPERATOR: {
    title: 'Nobody is set who is told of troubles',
    sentence: 'Nobody is set who is told of troubles, so there is no way to them to test.',
    mend: 'Set OPERATOR_EMAIL and OPERATOR_SMTP_URL, in the environment or in a file .env.',
    page: 'no-operator',
  },
  OPERATOR_ROUTE: {
    title: 'The operator cannot be told of troubles',
    sentence: ({ trouble, reply }: { trouble: string; reply: string }) =>
      `a letter to the operator would not leave (${trouble}: ${reply}).`,
    mend: 'Check OPERATOR_SMTP_URL and OPERATOR_EMAIL; then: npm run nudge -- test-mail --operator',
    page: 'operator-route',
  },
  TEST_MAIL_NOT_TAKEN: {
    title: 'The mail server did not take the test letter',
    sentence: ({ server, kind, reply }: { server: string; kind: 'deferred' | 'failed' | 'unknown'; reply: string }) =>
      `${server} ${didWith[kind]}: “${reply}”.`,
    mend: 'Check SMTP_URL and MAIL_FROM: the server has to let its user send as this sender. npm run nudge -- doctor says what to do about its certificate or the login.',
    page: 'test-mail-not-taken',
  },
  SMTP_UNREACHABLE: {
    title: 'The mail server does not answer',
    sentence: ({ port, reason }: { port: number; reason: string }) => `it does not answer on port ${port} (${reason}).`,
    mend: 'Check SMTP_URL and the firewall between.',
    page: 'smtp-unreachable',
  },
  SMTP_TLS: {
    title: 'The connection to the mail server cannot be encrypted',
    sentence: ({ reply }: { reply: string }) => `the connection cannot be encrypted (${reply}).`,
    mend: 'Use a server that offers STARTTLS, or smtps:// in SMTP_URL, with a certificate for its name, and SMTP_CA_FILE where the firm vouches for it itself. One that asks for ours wants SMTP_CLIENT_CERT_FILE. SMTP_TLS=allow does without encryption, but then no password is sent.',
    page: 'smtp-tls',
  },
  SMTP_LOGIN: {
    title: 'The mail server refuses the login',
    sentence: ({ reply }: { reply: string }) => `it refuses the login (${reply}).`,
    mend: 'Check the name and password in SMTP_URL; write @ as %40, : as %3A and / as %2F. Leave both out for a server that asks for none. With a token, check the SMTP_OAUTH settings, and that the user may sign in with it; docs/running.md says how.',
    page: 'smtp-login',
  },
  PEM_FILE_UNUSABLE: {
    title: 'A file of certificates or keys cannot be used',
    sentence: ({ setting, file, fault }: { setting: string; file: string; fault: PemFault }) =>
      `${setting}: ${file} ${pemFaults[fault].says}.`,
    mend: ({ fault }: { fault: PemFault }) => pemFaults[fault].mend,
    page: 'pem-file-unusable',
  },
  NO_SIGNING_KEY: {
    title: 'Mail is not signed',
    sentence: 'No key to sign mail with is set, so there is no record to publish.',
    mend: 'Make one and set DKIM_KEY_FILE and DKIM_SELECTOR; docs/running.md says how.',
    page: 'no-signing-key',
  },
  SMTP_SENDER: {
    title: 'The mail server does not let us send as MAIL_FROM',
    sentence: ({ from, reply }: { from: string; reply: string }) => `it takes no mail from ${from} (${reply}).`,
    mend: 'Have the server let this login send as MAIL_FROM, or set MAIL_FROM to an address it may send as.',
    page: 'smtp-sender',
  },
  MAIL_HELD: {
    title: 'No mail is sent just now',
    sentence: ({
      trouble,
      reply,
      since,
      nextTry,
    }: {
      trouble: string;
      reply: string;
      since: string;
      nextTry: string;
    }) => `since ${since} no mail is sent because of the ${trouble} (${reply}); the next try is at ${nextTry}.`,
    mend: 'Run npm run nudge -- doctor, which says what to mend. If it finds the server good: for relay let the server pass on our mail, for directory look at its list of recipients. One mail then finds out, and the rest follow.',
    page: 'mail-held',
  },
  MAIL_PAUSED: {
    title: 'Mail is paused: the store was restored or copied',
    sentence: ({ why, since }: { why: 'restored' | 'copied'; since: string }) =>
      why === 'restored'
        ? `The store was put back from a backup, so since ${since} nothing is planned or sent but sign-in mails.`
        : `The store is a copy, or another than the one that sent from here last, so since ${since} nothing is planned or sent but sign-in mails.`,
    mend: 'Run npm run nudge -- resume --dry-run: it shows what would go and what was lost. Without --dry-run it lets mail go again. Of two copies of one store only one may.',
    page: 'mail-paused',
  },
} as const satisfies Record<string, ErrorEntry>;
