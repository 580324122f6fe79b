import { z } from 'zod';
import { AppError } from '#core/errors/app-error.ts';
import { readWeights } from '#core/exposure/read-weights.ts';
import { type RelevanceWeights, usualWeights } from '#core/exposure/weights.ts';
import { type ShowByName, showByName } from '#core/privacy/show-by-name.ts';
import { leastSmallestTeam, usualSmallestTeam } from '#core/privacy/smallest-team.ts';
import { blankAsAbsent, optional } from './setting-parts/blank.ts';
import { bounceShape } from './setting-parts/bounces.ts';
import { type CompanyAccounts, companyAccountShape, readDoors } from './setting-parts/company-account.ts';
import { mailPaceShape, mailServerShape } from './setting-parts/mail-server.ts';
import { type Operator, operatorShape, readOperator } from './setting-parts/operator.ts';
import { type PrivacySettings, privacyShape, readPrivacy } from './setting-parts/privacy.ts';
import { loopback, type RelaySettings, readRelay, relayShape } from './setting-parts/relay.ts';
import { secretShape } from './setting-parts/secrets.ts';
import { sessionShape } from './setting-parts/sessions.ts';
import { readSharing, type SharingSettings, sharingShape } from './setting-parts/sharing.ts';
import { readXapi, type XapiStore, xapiShape } from './setting-parts/xapi.ts';

/** Nodomoto answers at the root of a host, and links in mail are this address with a path behind it. */
const siteUrl = z
  .url({
    protocol: /^https?$/,
    error: 'write the full address of the site, as in https://nodomoto.your-company.com',
    abort: true,
  })
  .refine((text) => new URL(text).username === '', 'leave out the name and password')
  .refine(
    (text) => /^\/*$/.test(new URL(text).pathname) && !/[?#]/.test(text),
    'leave out what follows the host, as in https://nodomoto.your-company.com: Nodomoto needs a host name of its own',
  );

/** `nudge@example.org`, or with a name before it in angle brackets. */
const sender = z
  .string()
  .regex(/^([^<>]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/, 'write it as Nodomoto <nudge@your-company.com>');

const relevanceWeights = z.string().transform((text, context) => {
  const read = readWeights(text);
  if (read.ok) return read.weights;
  context.addIssue({ code: 'custom', message: read.wrong });
  return z.NEVER;
});

const hourMs = 3_600_000;

/** From the most talkative: what a level shows, those before it show too. */
const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;

export type LogLevel = (typeof logLevels)[number];

/** Every setting with its reading, its default and what .env.example says of it (`npm run settings` writes that file). */
export const settingsSchema = z.object({
  PORT: z
    .preprocess(
      blankAsAbsent,
      z.coerce.number('write a port number').int().min(0).max(65_535, 'a port is at most 65535').default(4321),
    )
    .describe('Where the site listens.'),
  HOST: z
    .preprocess(blankAsAbsent, z.string().default('localhost'))
    .describe('The address it listens on; localhost takes no visitors from other machines.'),
  DATA_DIR: z
    .preprocess(blankAsAbsent, z.string().default('.nodomoto'))
    .describe("The folder of the store, the secret and the demo's inbox. One process writes it at a time."),
  SITE_URL: optional(siteUrl).describe(
    'The address people open, without a path; links in mail begin with it. Needed for real mail.',
  ),
  DATABASE_URL: optional(
    z.url({ protocol: /^postgres(?:ql)?$/, error: 'use postgres://USER:PASSWORD@HOST:PORT/DATABASE' }),
  ).describe(
    'Where the store is if not in a file of DATA_DIR: postgres://USER:PASSWORD@HOST:PORT/DATABASE, with ?sslmode=verify-full for a database on another machine.\nSeveral machines may share it. Empty: SQLite in DATA_DIR.',
  ),
  ...mailServerShape,
  ...relayShape,
  ...mailPaceShape,
  ...secretShape,
  MAIL_FROM: optional(sender).describe(
    'The sender of every mail. Empty: Nodomoto <nudge@HOST OF SITE_URL>, which your mail server has to be allowed to send as.',
  ),
  REPLY_TO: optional(z.email('write one e-mail address').toLowerCase()).describe(
    'Who reads what people answer to a mail, as in training@your-company.com, where no trainer is named for their team in teams.csv; that one reads it otherwise.\nEmpty: answers go to MAIL_FROM.',
  ),
  ...bounceShape,
  TRAINERS: z
    .preprocess(
      (value) =>
        String(value ?? '')
          .split(',')
          .map((part) => part.trim().toLowerCase())
          .filter(Boolean),
      z.array(z.email('separate e-mail addresses by commas')),
    )
    .describe(
      'E-mail addresses that may use the desk for every team, separated by commas. Trainers of single teams stand in the column trainers of teams.csv.',
    ),
  SHOW_BY_NAME: z
    .preprocess(blankAsAbsent, z.enum(showByName, 'choose done or results').default('done'))
    .describe(
      'What trainers see of a named person. done: what was assigned and sent, and whether it was answered; never right or wrong.\nresults: also each answer, how sure, what comes next and why, and who holds a lesson. Then the desk watches what people know: ask the works council first, and tell your people.',
    ),
  SMALLEST_TEAM: z
    .preprocess(
      blankAsAbsent,
      z.coerce
        .number('write a number of people')
        .int('write a whole number')
        .min(leastSmallestTeam, `use ${leastSmallestTeam} or more: in a smaller team a figure tells of a person`)
        .default(usualSmallestTeam),
    )
    .describe(
      'People in post from which on a team has figures, on the desk and in the mail; at least 3. In a smaller one a figure would tell what a colleague knows.',
    ),
  ...sessionShape,
  ...privacyShape,
  ...companyAccountShape,
  ...xapiShape,
  ...sharingShape,
  DEMO: z
    .preprocess(blankAsAbsent, z.enum(['0', '1'], 'use 1 for on, 0 for off').optional())
    .describe(
      '1 sets up the demo organisation even with SMTP_URL, 0 never does. Empty: 1 without SMTP_URL, 0 with it.',
    ),
  RELEVANCE_WEIGHTS: z
    .preprocess(blankAsAbsent, relevanceWeights.default(usualWeights))
    .describe(
      "Changes to how relevance is counted, as in: input=3 route=4 quietRise=0.2. Empty: the weights published on the site's page on evidence.",
    ),
  UNKNOWN_POLICY: z
    .preprocess(blankAsAbsent, z.enum(['resend', 'hold'], 'choose resend or hold').default('resend'))
    .describe(
      'What becomes of a mail whose fate a crash left unknown: resend it once (a reader may get it twice), or hold it (a reader may get none).',
    ),
  ...operatorShape,
  METRICS_TOKEN: optional(
    z.string().min(16, 'use at least 16 characters, for example from: openssl rand -hex 16'),
  ).describe(
    'What a monitor has to send to read /metrics, as in Authorization: Bearer TOKEN; at least 16 characters.\nEmpty: /metrics answers this machine alone, and no proxy on it.',
  ),
  SECURITY_CONTACT: optional(
    z.union([z.email().transform((address) => `mailto:${address}`), z.url({ protocol: /^https$/ })], {
      error: 'write an address, or a page at https://',
    }),
  ).describe(
    'Whom to tell of a hole: an address, or a page at https://. It stands in /.well-known/security.txt (RFC 9116). Empty: no such file.',
  ),
  LOG_LEVEL: z
    .preprocess(blankAsAbsent, z.enum(logLevels, `choose one of ${logLevels.join(', ')}`).default('info'))
    .describe(
      'The least that is logged: debug (every request for a page made on demand and every mail taken too), info, warn, error or silent. A log holds no address and no token.',
    ),
});

export type Settings = RelaySettings &
  PrivacySettings &
  SharingSettings & {
    port: number;
    host: string;
    dataDir: string;
    /** `null`: the store is a file in `dataDir`. */
    databaseUrl: string | null;
    siteUrl: string;
    /** The address built pages name as their own: SITE_URL, whatever port a trial happens to use. */
    canonicalUrl: string;
    /** `null`: the built-in loopback catcher takes the mail. */
    smtpUrl: string | null;
    /** Whether smtp:// has to encrypt; `null`: unless the server is on this machine. */
    smtpTls: 'require' | 'allow' | null;
    smtpConnections: number;
    /** `null`: no limit. */
    smtpPerMinute: number | null;
    /** `null`: a secret is made and kept in the data folder (demo only). */
    secret: string | null;
    /** What it was before, the newest first. */
    previousSecrets: string[];
    mailFrom: string;
    /** Who reads answers to mails of teams without a trainer of their own; `null`: nobody is named. */
    replyTo: string | null;
    /** Where servers report what they could not deliver; `null`: to the sender. */
    bounceAddress: string | null;
    /** `imaps://user:pass@host/INBOX`: a mailbox of such reports. */
    bounceImapUrl: string | null;
    /** `lmtp://host:port` or `smtp://host:port`: where such reports are taken from a mail server. */
    bounceListen: string | null;
    trainers: string[];
    /** Where trainers sign in with their company account; `null`: nowhere. */
    companyAccounts: CompanyAccounts | null;
    /** The learning record store that is told of results; `null`: none. */
    xapi: XapiStore | null;
    /** Whether they get in by a link in a mail. */
    linkSignIn: boolean;
    /** What they see of a named person. */
    showByName: ShowByName;
    /** People in post from which on a team has figures. */
    smallestTeam: number;
    /** How long a trainer stays signed in, in milliseconds: unused, and in all. */
    sessions: { idleMs: number; longestMs: number };
    /** Whether the invented organisation is set up. */
    demo: boolean;
    /** What becomes of a mail whose fate a crash left unknown. */
    unknownPolicy: 'resend' | 'hold';
    /** Who is told of a trouble, and over which mail server; `null`: nobody. */
    operator: Operator | null;
    /** Whoever has it may read /metrics; `null`: only this machine may. */
    metricsToken: string | null;
    /** Whom to tell of a hole, as a URI; `null`: nobody is named. */
    securityContact: string | null;
    /** The least grave lines that are logged. */
    logLevel: LogLevel;
    /** How relevance is counted. */
    weights: RelevanceWeights;
  };

/** Reads every setting from the environment once. @throws AppError naming each wrong setting and its mend. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const result = settingsSchema.safeParse(environment);
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `${issue.path.map(String).join('.')}: ${issue.message}`);
    throw new AppError('SETTINGS_INVALID', { faults });
  }
  const read = result.data;
  const demo = read.DEMO ? read.DEMO === '1' : !read.SMTP_URL;
  if (!demo) requireForProduction(read);
  const mailFrom = read.MAIL_FROM ?? `Nodomoto <nudge@${mailHost(read.SITE_URL)}>`;
  const relay = readRelay(read, read.SMTP_URL, senderDomain(mailFrom));
  if (!relay.ok) throw new AppError('SETTINGS_INVALID', { faults: relay.faults });
  const doors = readDoors(read);
  if (!doors.ok) throw new AppError('SETTINGS_INVALID', { faults: doors.faults });
  const told = readXapi(read);
  if (!told.ok) throw new AppError('SETTINGS_INVALID', { faults: told.faults });
  const operator = readOperator(read);
  if (!operator.ok) throw new AppError('SETTINGS_INVALID', { faults: operator.faults });
  if (read.BOUNCE_LISTEN && !read.BOUNCE_ADDRESS)
    throw new AppError('SETTINGS_INVALID', { faults: ['BOUNCE_LISTEN: set BOUNCE_ADDRESS too, or nothing is taken'] });
  return {
    port: read.PORT,
    host: read.HOST,
    dataDir: read.DATA_DIR,
    databaseUrl: read.DATABASE_URL ?? null,
    siteUrl: (read.SITE_URL ?? `http://localhost:${read.PORT}`).replace(/\/+$/, ''),
    canonicalUrl: (read.SITE_URL ?? 'http://localhost:4321').replace(/\/+$/, ''),
    smtpUrl: read.SMTP_URL ?? null,
    smtpTls: read.SMTP_TLS ?? null,
    smtpConnections: read.SMTP_CONNECTIONS,
    ...relay.relay,
    ...readPrivacy(read),
    ...readSharing(read, demo),
    smtpPerMinute: read.SMTP_PER_MINUTE ?? null,
    secret: read.SECRET ?? null,
    previousSecrets: read.PREVIOUS_SECRETS,
    mailFrom,
    replyTo: read.REPLY_TO ?? null,
    bounceAddress: read.BOUNCE_ADDRESS ?? null,
    bounceImapUrl: read.BOUNCE_IMAP_URL ?? null,
    bounceListen: read.BOUNCE_LISTEN ?? null,
    trainers: read.TRAINERS,
    showByName: read.SHOW_BY_NAME,
    smallestTeam: read.SMALLEST_TEAM,
    companyAccounts: doors.companyAccounts,
    xapi: told.xapi,
    linkSignIn: doors.linkSignIn,
    sessions: { idleMs: read.SESSION_IDLE_HOURS * hourMs, longestMs: read.SESSION_HOURS * hourMs },
    demo,
    unknownPolicy: read.UNKNOWN_POLICY,
    operator: operator.operator,
    metricsToken: read.METRICS_TOKEN ?? null,
    securityContact: read.SECURITY_CONTACT ?? null,
    logLevel: read.LOG_LEVEL,
    weights: read.RELEVANCE_WEIGHTS,
  };
}

function requireForProduction(read: z.infer<typeof settingsSchema>): void {
  const missing = (['SMTP_URL', 'SITE_URL', 'SECRET'] as const).filter((name) => !read[name]);
  if (missing.length > 0) throw new AppError('SETTINGS_MISSING', { missing });
  const site = new URL(read.SITE_URL ?? '');
  if (site.protocol === 'http:' && !loopback.test(site.hostname))
    throw new AppError('SETTINGS_INVALID', {
      faults: [
        'SITE_URL: use https://, since links and sign-ins would cross the network in clear; http:// is for localhost',
      ],
    });
}

/** Without a sender of its own, mail comes from the host of the site; the demo's from a host that cannot exist. */
function mailHost(site: string | undefined): string {
  return site ? new URL(site).hostname : 'nodomoto.example';
}

/** The domain of `Nodomoto <nudge@example.org>` as DNS has it. */
function senderDomain(mailFrom: string): string {
  const domain = mailFrom.slice(mailFrom.lastIndexOf('@') + 1).replace(/>$/, '');
  return URL.parse(`http://${domain}`)?.hostname ?? domain;
}
