import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Fault } from '#core/delivery/breaker.ts';
import { judgeReply, type Phase } from '#core/delivery/judge-reply.ts';
import { causesOf, messageOf } from '#core/errors/causes.ts';
import type { AccessTokens } from './access-tokens.ts';
import type { ClientCertificate } from './pem-files.ts';
import { tokenLogin } from './token-login.ts';

/** An open connection, greeted, encrypted and logged in as far as it has to be. */
export type SmtpLine = SMTPConnection;

export type OpenedLine = { ok: true; line: SmtpLine } | { ok: false; fault: Fault };

/** How a line is opened. */
export type LineManner = {
  /** Whether smtp:// has to encrypt; `null`: unless the server is on this machine. */
  tls: 'require' | 'allow' | null;
  /** How long a server may take over the greeting and over each command before the body. */
  patienceMs: number;
  /** Certificate authorities in PEM that are believed; with none, those that Node knows. */
  authorities: readonly string[];
  /** Shown to a server that asks for it. */
  certificate: ClientCertificate | null;
  /** What is logged in with; `null`: the password of the address, if it has one. */
  tokens: AccessTokens | null;
};

/** How long a server may take over each step, unless somebody waits for the answer. */
export const usualPatienceMs = 30_000;

/** Opens a line to `smtp://user:pass@host:port` or `smtps://`. One that cannot be used is closed at once. */
export async function openLine(smtpUrl: string, manner: LineManner): Promise<OpenedLine> {
  const line = new SMTPConnection(lineOptions(new URL(smtpUrl), manner));
  return makeReady(line, smtpUrl, manner);
}

/** The same within a time that `signal` ends, wherever it has come to. */
export async function openLineInTime(smtpUrl: string, manner: LineManner, signal: AbortSignal): Promise<OpenedLine> {
  const line = new SMTPConnection(lineOptions(new URL(smtpUrl), manner));
  signal.addEventListener('abort', () => line.close(), { once: true });
  const opened = await makeReady(line, smtpUrl, manner);
  return !opened.ok && signal.aborted ? { ok: false, fault: notInTime } : opened;
}

async function makeReady(line: SmtpLine, smtpUrl: string, { tokens }: LineManner): Promise<OpenedLine> {
  const fault = (await greet(line)) ?? (await enter(line, new URL(smtpUrl), tokens));
  if (fault === null) return { ok: true, line };
  // After a refused login it would stay open until the server tires of it.
  line.close();
  return { ok: false, fault };
}

export const notInTime: Fault = { trouble: 'connection', reply: 'The server did not answer in time.' };

export function portOf(url: URL): number {
  return Number(url.port) || (url.protocol === 'smtps:' ? 465 : 587);
}

function isLoopback(url: URL): boolean {
  return /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname);
}

function lineOptions(url: URL, manner: LineManner): SMTPConnection.Options {
  const { tls, patienceMs, authorities, certificate } = manner;
  const secure = url.protocol === 'smtps:';
  const near = isLoopback(url);
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: portOf(url),
    secure,
    requireTLS: !secure && (tls ?? (near ? 'allow' : 'require')) === 'require',
    // Nobody listens between two programs of one machine, and few of them have a certificate for localhost.
    tls: {
      rejectUnauthorized: !near,
      ...(authorities.length > 0 && { ca: [...authorities] }),
      ...certificate,
    },
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    dnsTimeout: patienceMs,
    socketTimeout: patienceMs,
    socketCloseTimeout: 0,
  };
}

/** Connects, is greeted and encrypts. */
function greet(line: SmtpLine): Promise<Fault | null> {
  return untilDone(line, (done) => line.connect(done)).then((error) => (error === null ? null : faultOf(line, error)));
}

/** Logs in, if there is somebody to log in as. */
async function enter(line: SmtpLine, url: URL, tokens: AccessTokens | null): Promise<Fault | null> {
  if (!url.username) return null;
  if (!line.secure && !isLoopback(url))
    return { trouble: 'tls', reply: 'The server does not encrypt, so no login was sent.' };
  if (!line.allowsAuth)
    return { trouble: 'login', reply: 'The server offers no login, so the name and password were not sent.' };
  const user = decodeURIComponent(url.username);
  return tokens ? enterByToken(line, user, tokens) : enterByPassword(line, user, decodeURIComponent(url.password));
}

async function enterByPassword(line: SmtpLine, user: string, pass: string): Promise<Fault | null> {
  const error = await untilDone(line, (done) => line.login({ credentials: { user, pass } }, done));
  return error === null ? null : loginFault(error);
}

async function enterByToken(line: SmtpLine, user: string, tokens: AccessTokens): Promise<Fault | null> {
  const { login, refusal } = tokenLogin(user, tokens);
  // Under its own name nodemailer passes it over for a password where the server takes one too, as Microsoft's and Google's do.
  line.customAuth.set('TOKEN', login);
  const error = await untilDone(line, (done) => line.login({ method: 'TOKEN', user }, done));
  if (error === null) return null;
  const reply = refusal();
  return reply === null ? loginFault(error) : { trouble: 'login', reply: reply.slice(0, longestReply) };
}

function loginFault(error: unknown): Fault {
  return { trouble: partOf(error, 'code') === 'EAUTH' ? 'login' : 'connection', reply: wordsOf(error) };
}

/** What went wrong, or `null`. A connection that breaks tells it as an event, and may leave the callback uncalled. */
function untilDone(line: SmtpLine, act: (done: (error?: unknown) => void) => void): Promise<unknown> {
  return new Promise((resolve) => {
    line.on('error', resolve);
    line.once('end', () => resolve(new Error('The server closed the connection.')));
    act((error) => resolve(error ?? null));
  });
}

/** Whichever of the two clocks strikes first, nodemailer's or that of all together, is told in the same words. */
function faultOf(line: SmtpLine, error: unknown): Fault {
  if (partOf(error, 'code') === 'ETIMEDOUT') return notInTime;
  return { trouble: isAboutTls(line, error) ? 'tls' : 'connection', reply: wordsOf(error) };
}

const tlsCodes = /^(?:ETLS$|EPROTO$|ERR_SSL|ERR_TLS|CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED)/;

function isAboutTls(line: SmtpLine, error: unknown): boolean {
  const codes = [partOf(error, 'code'), partOf(error, 'originalCode')];
  // Postfix takes the call, encrypts, and only then says that it misses our certificate.
  if (/\bcertificate\b/i.test(partOf(error, 'response') ?? '')) return true;
  return line.upgrading === true || codes.some((code) => code !== null && tlsCodes.test(code));
}

/** Whether an error holds no answer of the server to what it was told. */
export function isLost(error: unknown): boolean {
  return partOf(error, 'response') === null || partOf(error, 'command') === 'CONN';
}

/** Replies are kept in the store, so no longer than anybody reads. */
const longestReply = 500;

/** What the server said, or else what became of the line. */
export function wordsOf(error: unknown): string {
  const said = partOf(error, 'response') ?? [messageOf(error), ...causesOf(error)].join(' ');
  return said.trim().slice(0, longestReply);
}

export function partOf(error: unknown, name: 'code' | 'originalCode' | 'command' | 'response'): string | null {
  if (!(error instanceof Error)) return null;
  const part: unknown = Object.entries(error).find(([key]) => key === name)?.[1];
  return typeof part === 'string' ? part : null;
}

const phaseByCommand: Record<string, Phase> = { 'MAIL FROM': 'sender', 'RCPT TO': 'recipient' };

/** What a refusal of the server is about; nodemailer calls both DATA and the final dot DATA. */
export function verdictOf(error: unknown): ReturnType<typeof judgeReply> {
  const afterData = partOf(error, 'code') === 'EMESSAGE' ? 'dot' : 'data';
  return judgeReply(phaseByCommand[partOf(error, 'command') ?? ''] ?? afterData, wordsOf(error));
}
