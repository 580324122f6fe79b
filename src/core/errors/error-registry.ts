import { type PemFault, pemFaults } from './pem-faults.ts';

type Told = string | ((details: never) => string);

/** What is known of one error: its title, what it says, how it is mended, and its place in docs/errors.md. */
type ErrorEntry = { title: string; sentence: Told; mend: Told; page: string };

const buildFirst = 'Run npm run build, or npm start, which builds first.';
const writtenByBackup = 'Give a file written by: npm run nudge -- backup FILE';

/** What a mail server did that took no test letter. */
const didWith = {
  deferred: 'did not take the test letter for now',
  failed: 'refused the test letter',
  unknown: 'fell silent over the test letter, which may have arrived',
} as const;

/** Every error that a person may meet, by its code. A text that is a function tells what it needs to know; `AppError` then asks for it. */
export const errorRegistry = {
  SETTINGS_INVALID: {
    title: 'A setting cannot be used',
    sentence: ({ faults }: { faults: readonly string[] }) => `A setting cannot be used: ${faults.join('; ')}.`,
    mend: 'See .env.example for every setting and its default.',
    page: 'settings-invalid',
  },
  SETTINGS_MISSING: {
    title: 'A setting that real mail needs is missing',
    sentence: ({ missing }: { missing: readonly string[] }) => `To send real mail, also set ${missing.join(' and ')}.`,
    mend: 'Without SMTP_URL the demo organisation starts; DEMO=1 keeps it even with SMTP_URL.',
    page: 'settings-missing',
  },
  DATA_DIR_UNWRITABLE: {
    title: 'The data folder cannot be written',
    sentence: ({ dataDir }: { dataDir: string }) => `The data folder "${dataDir}" cannot be written.`,
    mend: 'Set DATA_DIR to a folder this user may write to.',
    page: 'data-dir-unwritable',
  },
  MIGRATION_FAILED: {
    title: 'The store could not be brought to its newest form',
    sentence: 'The store could not be brought to its newest form.',
    mend: 'Restore the last backup, and send the cause below to whoever maintains Nodomoto.',
    page: 'migration-failed',
  },
  DATABASE_UNREACHABLE: {
    title: 'The database cannot be reached',
    sentence: ({ host }: { host: string }) => `The database at ${host} cannot be used.`,
    mend: 'Check DATABASE_URL: host, port, name and password of the database, and whether this machine may reach it.',
    page: 'database-unreachable',
  },
  COPY_DIFFERS: {
    title: 'A copied store is not what it was copied from',
    sentence: ({ table, rows, copied }: { table: string; rows: number; copied: number }) =>
      `The copy differs: of ${rows} rows in "${table}", ${copied} were read again, or some read otherwise. Nothing was kept of it.`,
    mend: 'Try again while nothing else writes to the copy; if it differs again, send this to whoever maintains Nodomoto.',
    page: 'copy-differs',
  },
  NO_DATABASE_URL: {
    title: 'No database is set to move to or from',
    sentence: 'No database is set to move the store to or from.',
    mend: 'Set DATABASE_URL to the PostgreSQL in question, and DATA_DIR to the folder of the file.',
    page: 'no-database-url',
  },
  NO_STORE_FILE: {
    title: 'There is no store to move',
    sentence: ({ file }: { file: string }) => `There is no store in ${file}.`,
    mend: 'Set DATA_DIR to the folder whose store shall be moved.',
    page: 'no-store-file',
  },
  STORE_NOT_EMPTY: {
    title: 'The store to move to is not empty',
    sentence: 'The store to move to holds something already.',
    mend: 'Give an empty database; nothing is ever written over.',
    page: 'store-not-empty',
  },
  STORE_MOVED: {
    title: 'The store was moved away',
    sentence: ({ on }: { on: string }) =>
      `The store at DATABASE_URL was moved to a file on ${on}, and is used no more.`,
    mend: 'Take DATABASE_URL out of the settings to work with the file in DATA_DIR.',
    page: 'store-moved',
  },
  DATABASE_IN_USE: {
    title: 'Another Nodomoto is connected to the database',
    sentence: ({ others }: { others: number }) =>
      `Other Nodomotos have ${others} connections to the database, and what they write now would be lost.`,
    mend: 'Stop them on every machine first.',
    page: 'database-in-use',
  },
  DEMO_STORE: {
    title: 'The store is a demo, the settings are real',
    sentence: ({ dataDir }: { dataDir: string }) =>
      `The data folder "${dataDir}" holds the demo organisation, which gets no real mail.`,
    mend: 'Set DATA_DIR to another folder for your own people, or DEMO=1 to go on with the demo.',
    page: 'demo-store',
  },
  REAL_STORE: {
    title: 'The store is real, the settings are a demo’s',
    sentence: ({ dataDir }: { dataDir: string }) =>
      `The data folder "${dataDir}" holds real people, but the settings are those of a demo.`,
    mend: 'Set SMTP_URL, SITE_URL and SECRET again, or DATA_DIR to another folder for a demo.',
    page: 'real-store',
  },
  ALREADY_RUNNING: {
    title: 'Another Nodomoto works in the data folder',
    sentence: ({ pid, dataDir }: { pid: number | 'unknown'; dataDir: string }) =>
      `Another Nodomoto (process ${pid}) works in the data folder "${dataDir}".`,
    mend: 'Stop it first, or set DATA_DIR to another folder.',
    page: 'already-running',
  },
  PORT_TAKEN: {
    title: 'The port is taken',
    sentence: ({ port }: { port: number }) => `Port ${port} is taken by another program.`,
    mend: 'Stop it, or set PORT to a free one: PORT=4400 npm start',
    page: 'port-taken',
  },
  PORT_FORBIDDEN: {
    title: 'The port is not allowed to this user',
    sentence: ({ port }: { port: number }) => `This user may not listen on port ${port}.`,
    mend: 'Ports below 1024 need privileges; set PORT to a higher one.',
    page: 'port-forbidden',
  },
  CANNOT_LISTEN: {
    title: 'The site cannot listen where it should',
    sentence: ({ host, port, reason }: { host: string; port: number; reason: string }) =>
      `Cannot listen on ${host}:${port} (${reason}).`,
    mend: 'Check HOST and PORT.',
    page: 'cannot-listen',
  },
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
  CATALOGUE_MISSING: {
    title: 'The library has not been built',
    sentence: 'The library has not been built yet.',
    mend: buildFirst,
    page: 'catalogue-missing',
  },
  CATALOGUE_VERSION: {
    title: 'The built library is of another version',
    sentence: 'The built library is of another version than this code.',
    mend: 'Run npm run build again.',
    page: 'catalogue-version',
  },
  TEMPLATES_MISSING: {
    title: 'The mails have not been drawn',
    sentence: 'The mails have not been drawn yet.',
    mend: buildFirst,
    page: 'templates-missing',
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
  NO_WORKING_DAY: {
    title: 'A team or person never works',
    sentence: ({ day, days }: { day: string; days: number }) => `No working day follows ${day} within ${days} days.`,
    mend: 'Look at the working week, the shifts and the free days of this team or person.',
    page: 'no-working-day',
  },
  NOT_BUILT: {
    title: 'A file of the build is missing',
    sentence: ({ file }: { file: string }) => `${file} is missing.`,
    mend: 'Run npm run build.',
    page: 'not-built',
  },
  NOTHING_TO_MEASURE: {
    title: 'There is nothing to measure',
    sentence: 'There is no built site to measure.',
    mend: 'Run npm run build first.',
    page: 'nothing-to-measure',
  },
  NOW_AHEAD: {
    title: 'A time that is still to come cannot be planned',
    sentence: ({ now }: { now: string }) => `--now ${now} is ahead of the clock, and what is planned would be saved.`,
    mend: 'Look ahead with --dry-run, which saves nothing; to plan, leave --now out.',
    page: 'now-ahead',
  },
  STORE_UNWRITABLE: {
    title: 'The store does not take what is written',
    sentence: 'The store does not take what is written; the mail that is due waits.',
    mend: 'See that its disk has room and that no other program holds it, and run the command again.',
    page: 'store-unwritable',
  },
  NO_TRAINERS: {
    title: 'Nobody may use the desk',
    sentence: 'Nobody may use the desk.',
    mend: 'Set TRAINERS to one or more e-mail addresses.',
    page: 'no-trainers',
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
  NOT_PAUSED: {
    title: 'Mail is not paused',
    sentence: 'Mail is not paused, so there is nothing to resume.',
    mend: 'If no mail goes out, npm run nudge -- doctor says why.',
    page: 'not-paused',
  },
  DOCTOR: {
    title: 'The doctor found something wrong',
    sentence: ({ wrong, looked }: { wrong: number; looked: number }) => `${wrong} of ${looked} things are wrong.`,
    mend: 'Mend them from the top; a later one may follow from an earlier one.',
    page: 'doctor',
  },
  NO_SUCH_LESSON: {
    title: 'There is no such lesson',
    sentence: ({ lesson, toSend }: { lesson: string; toSend: boolean }) =>
      `There is no lesson "${lesson}"${toSend ? ' to send' : ''}.`,
    mend: ({ nearest }: { nearest: string }) => nearest,
    page: 'no-such-lesson',
  },
  NO_SUCH_TEAM: {
    title: 'There is no such team',
    sentence: ({ team }: { team: string }) => `No team is called "${team}".`,
    mend: ({ nearest }: { nearest: string }) => nearest,
    page: 'no-such-team',
  },
  NO_SUCH_PERSON: {
    title: 'Nobody has this address',
    sentence: ({ address }: { address: string }) => `Nobody has the address ${address}.`,
    mend: ({ toErase }: { toErase: boolean }) =>
      toErase
        ? 'Check the spelling; addresses are compared in lower case.'
        : 'Import people first, or check the spelling.',
    page: 'no-such-person',
  },
  NOT_OF_THIS_KIND: {
    title: 'The lesson has no mail of this kind',
    sentence: ({ lesson, kind }: { lesson: string; kind: string }) =>
      kind === 'compare'
        ? `The lesson "${lesson}" has no comparison.`
        : `The lesson "${lesson}" has no question for a mail of the kind "${kind}".`,
    mend: 'Write one in content/, or preview the lesson with another --kind.',
    page: 'not-of-this-kind',
  },
  FILE_UNREADABLE: {
    title: 'The file cannot be read',
    sentence: ({ file }: { file: string }) => `The file ${file} cannot be read.`,
    mend: 'Check its name and folder.',
    page: 'file-unreadable',
  },
  IMPORT_FAULTS: {
    title: 'The file was not imported',
    sentence: ({ file, lines }: { file: string; lines: readonly string[] }) =>
      `${file} was not imported; nothing was saved:\n${lines.map((line) => `  ${line}`).join('\n')}`,
    mend: 'Mend these lines and import it again.',
    page: 'import-faults',
  },
  EXPORT_EXISTS: {
    title: 'An export would write over a file',
    sentence: ({ file }: { file: string }) => `${file} exists already; nothing was written.`,
    mend: 'Name another folder, or move the old files away.',
    page: 'export-exists',
  },
  FILE_EXISTS: {
    title: 'A backup would write over a file',
    sentence: ({ file }: { file: string }) => `${file} exists already.`,
    mend: 'Choose another name; a backup never overwrites one.',
    page: 'file-exists',
  },
  BACKUP_FAILED: {
    title: 'The backup could not be written',
    sentence: ({ file }: { file: string }) => `The backup could not be written to ${file}.`,
    mend: 'Check that its folder exists and may be written.',
    page: 'backup-failed',
  },
  NOT_A_BACKUP: {
    title: 'The file is not a backup',
    sentence: ({ file }: { file: string }) => `${file} is not a backup of Nodomoto.`,
    mend: writtenByBackup,
    page: 'not-a-backup',
  },
  SAME_FILE: {
    title: 'The backup is the store itself',
    sentence: ({ file }: { file: string }) => `${file} is the store itself.`,
    mend: writtenByBackup,
    page: 'same-file',
  },
  STILL_RUNNING: {
    title: 'A store in use cannot be restored',
    sentence: ({ pid }: { pid: number | 'unknown' }) => `Nodomoto (process ${pid}) works in this data folder.`,
    mend: 'Stop it, restore, and start it again.',
    page: 'still-running',
  },
  CASE_EXISTS: {
    title: 'The case exists',
    sentence: ({ folder }: { folder: string }) => `${folder} is there already.`,
    mend: 'Choose another name, or go on writing in it.',
    page: 'case-exists',
  },
  DEMO_DATA: {
    title: 'A file of the demo cannot be used',
    sentence: ({ file, where, wrong }: { file: string; where: string; wrong: string }) =>
      `The demo's ${file} cannot be used: ${where}: ${wrong}.`,
    mend: 'Mend the file in scripts/demo.',
    page: 'demo-data',
  },
  DESK_CLOSED: {
    title: 'The bench was not let in to the desk',
    sentence: ({ status }: { status: number }) => `GET /desk gave ${status}.`,
    mend: 'Look at the sign-in of this bench.',
    page: 'desk-closed',
  },
  NO_SIGN_IN: {
    title: 'The sign-in mail of the bench opens nothing',
    sentence: 'The link in the sign-in mail opens nothing.',
    mend: 'Look at signInLetter.',
    page: 'no-sign-in',
  },
} as const satisfies Record<string, ErrorEntry>;

type Registry = typeof errorRegistry;

export type ErrorCode = keyof Registry;

/** What a text needs to know: nothing where it is one already. */
type NeededBy<T> = T extends (details: infer D) => string ? D : unknown;

/** What each error needs to know, for its sentence and its mend. */
type Needs = {
  [C in ErrorCode]: NeededBy<Registry[C]['sentence']> & NeededBy<Registry[C]['mend']>;
};

/** Codes that need no details, and those that do. */
export type PlainCode = { [C in ErrorCode]: unknown extends Needs[C] ? C : never }[ErrorCode];
export type DetailedCode = Exclude<ErrorCode, PlainCode>;

/** What must be told of each error that needs details. */
export type ErrorDetails = { [C in DetailedCode]: Needs[C] };
