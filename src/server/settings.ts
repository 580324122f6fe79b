import { z } from 'zod';
import { AppError } from '#core/errors/app-error.ts';
import { readWeights } from '#core/exposure/read-weights.ts';
import { type RelevanceWeights, usualWeights } from '#core/exposure/weights.ts';

const blankAsAbsent = (value: unknown) => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankAsAbsent, schema.optional());

const smtpUrl = z.url({ protocol: /^smtps?$/, error: 'write it as smtp://user:password@host:587 or smtps://...' });
const siteUrl = z.url({
  protocol: /^https?$/,
  error: 'write the full address of the site, as in https://nodomoto.your-company.com',
});

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

/** From the most talkative: what a level shows, those before it show too. */
const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;

export type LogLevel = (typeof logLevels)[number];

const schema = z.object({
  PORT: z.preprocess(
    blankAsAbsent,
    z.coerce.number('write a port number').int().min(0).max(65_535, 'a port is at most 65535').default(4321),
  ),
  HOST: z.preprocess(blankAsAbsent, z.string().default('localhost')),
  DATA_DIR: z.preprocess(blankAsAbsent, z.string().default('.nodomoto')),
  SITE_URL: optional(siteUrl),
  SMTP_URL: optional(smtpUrl),
  SECRET: optional(z.string().min(32, 'use at least 32 characters, for example from: openssl rand -hex 32')),
  MAIL_FROM: optional(sender),
  TRAINERS: z.preprocess(
    (value) =>
      String(value ?? '')
        .split(',')
        .map((part) => part.trim().toLowerCase())
        .filter(Boolean),
    z.array(z.email('separate e-mail addresses by commas')),
  ),
  DEMO: z.preprocess(blankAsAbsent, z.enum(['0', '1'], 'use 1 for on, 0 for off').optional()),
  RELEVANCE_WEIGHTS: z.preprocess(blankAsAbsent, relevanceWeights.default(usualWeights)),
  UNKNOWN_POLICY: z.preprocess(blankAsAbsent, z.enum(['resend', 'hold'], 'choose resend or hold').default('resend')),
  LOG_LEVEL: z.preprocess(blankAsAbsent, z.enum(logLevels, `choose one of ${logLevels.join(', ')}`).default('info')),
});

export type Settings = {
  port: number;
  host: string;
  dataDir: string;
  siteUrl: string;
  /** The address built pages name as their own: SITE_URL, whatever port a trial happens to use. */
  canonicalUrl: string;
  /** `null`: the built-in loopback catcher takes the mail. */
  smtpUrl: string | null;
  /** `null`: a secret is made and kept in the data folder (demo only). */
  secret: string | null;
  mailFrom: string;
  trainers: string[];
  /** Whether the invented organisation is set up. */
  demo: boolean;
  /** What becomes of a mail whose fate a crash left unknown. */
  unknownPolicy: 'resend' | 'hold';
  /** The least grave lines that are logged. */
  logLevel: LogLevel;
  /** How relevance is counted. */
  weights: RelevanceWeights;
};

/** Reads every setting from the environment once. @throws AppError naming each wrong setting and its mend. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const result = schema.safeParse(environment);
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `${issue.path.map(String).join('.')}: ${issue.message}`);
    throw new AppError('SETTINGS_INVALID', { faults });
  }
  const read = result.data;
  const demo = read.DEMO ? read.DEMO === '1' : !read.SMTP_URL;
  if (!demo) requireForProduction(read);
  return {
    port: read.PORT,
    host: read.HOST,
    dataDir: read.DATA_DIR,
    siteUrl: (read.SITE_URL ?? `http://localhost:${read.PORT}`).replace(/\/+$/, ''),
    canonicalUrl: (read.SITE_URL ?? 'http://localhost:4321').replace(/\/+$/, ''),
    smtpUrl: read.SMTP_URL ?? null,
    secret: read.SECRET ?? null,
    mailFrom: read.MAIL_FROM ?? `Nodomoto <nudge@${mailHost(read.SITE_URL)}>`,
    trainers: read.TRAINERS,
    demo,
    unknownPolicy: read.UNKNOWN_POLICY,
    logLevel: read.LOG_LEVEL,
    weights: read.RELEVANCE_WEIGHTS,
  };
}

function requireForProduction(read: z.infer<typeof schema>): void {
  const missing = (['SMTP_URL', 'SITE_URL', 'SECRET'] as const).filter((name) => !read[name]);
  if (missing.length === 0) return;
  throw new AppError('SETTINGS_MISSING', { missing });
}

/** Without a sender of its own, mail comes from the host of the site; the demo's from a host that cannot exist. */
function mailHost(site: string | undefined): string {
  return site ? new URL(site).hostname : 'nodomoto.example';
}
