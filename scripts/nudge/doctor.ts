import { existsSync } from 'node:fs';
import { readPublishedLibrary } from '#catalogue/read/read-published.ts';
import type { Fault } from '#core/delivery/breaker.ts';
import { AppError } from '#core/errors/app-error.ts';
import { causesOf, messageOf } from '#core/errors/causes.ts';
import { desk } from '#i18n/en/desk.ts';
import { openDatabase } from '#server/database/open-database.ts';
import { isShort, readDkimKeys } from '#server/mail/dkim-keys.ts';
import { relayManner } from '#server/mail/relay-manner.ts';
import { returnPath } from '#server/mail/return-path.ts';
import { portOf } from '#server/mail/smtp-line.ts';
import { tryServer } from '#server/mail/try-server.ts';
import { type Operator, tryOperatorRoute } from '#server/operator/operator-route.ts';
import { keepBreaker, readBreaker } from '#server/outbox/breaker-store.ts';
import { readPause } from '#server/outbox/mail-pause.ts';
import { unknownTeams } from '#server/people/unknown-teams.ts';
import type { Settings } from '#server/settings.ts';
import { settingsOfRun } from '../read-environment.ts';
import { lookAtReports, lookAtSilence } from './look-at-reports.ts';
import { mailHeldError, mailPausedError } from './mail-held-error.ts';
import { logOfRun } from './options.ts';

/** A part that was looked at. A note is what could be better, and nothing wrong. */
type Finding = { what: string; grade: 'good' | 'note' | 'wrong'; says: string | null };

/** `doctor`: each part looked at on its own, so that one fault does not hide the next. Exit 1 when anything is wrong. */
export async function doctor(): Promise<void> {
  const settings = settingsOfRun();
  const { dkim } = settings;
  const server = await look(
    settings.smtpUrl ? `mail server ${new URL(settings.smtpUrl).host}` : 'mail server: the built-in catcher',
    () => lookAtSmtp(settings),
  );
  const findings = [
    await look('library built', mustReadLibrary),
    await look('mails drawn', () => mustExist('dist/mail/templates.json')),
    await look(`store in ${settings.dataDir}`, () => lookAtStore(settings)),
    server,
    ...(dkim ? [await look('mail signed', () => lookAtSigning(dkim))] : []),
    ...(settings.operator ? [await lookAtOperatorRoute(settings.operator)] : []),
    await look('mail goes out', () => lookAtBreaker(settings, server.grade === 'good')),
    await look('store neither restored nor copied', () => mustNotBePaused(settings)),
    await look('reports of what did not arrive', () => lookAtReports(settings)),
    await look('readers heard of', () => lookAtSilence(settings)),
    await look('trainers named', () => mustHaveTrainer(settings)),
  ];
  for (const { what, grade, says } of findings) console.log(`${grade.padEnd(6)} ${what}${says ? `: ${says}` : ''}`);
  const wrong = findings.filter(({ grade }) => grade === 'wrong').length;
  if (wrong > 0) throw new AppError('DOCTOR', { wrong, looked: findings.length });
}

/** What a check returns is a note, what it throws is wrong. */
async function look(what: string, check: () => Promise<string | null> | string | null): Promise<Finding> {
  try {
    const note = await check();
    return { what, grade: note === null ? 'good' : 'note', says: note };
  } catch (error) {
    const mend = error instanceof AppError ? [error.mend] : [];
    const causes = causesOf(error).map((cause) => `Cause: ${cause}`);
    return { what, grade: 'wrong', says: [messageOf(error), ...mend, ...causes].join(' ') };
  }
}

function mustReadLibrary(): null {
  readPublishedLibrary('dist/client');
  return null;
}

function mustExist(file: string): null {
  if (!existsSync(file)) throw new AppError('NOT_BUILT', { file });
  return null;
}

function mustHaveTrainer(settings: Settings): null {
  if (settings.trainers.length > 0 || settings.demo) return null;
  throw new AppError('NO_TRAINERS');
}

async function lookAtStore(settings: Settings): Promise<string | null> {
  const store = await openDatabase(settings);
  const stuck = await store.db
    .selectFrom('message')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', '=', 'held')
    .executeTakeFirstOrThrow();
  const unknown = await unknownTeams(store.db);
  await store.close();
  if (stuck.count > 0) throw new AppError('UNKNOWN_MAIL', { count: stuck.count });
  return unknown.length > 0 ? nothingKnownOf(unknown) : null;
}

function nothingKnownOf([first, ...others]: readonly string[]): string {
  const { sentence, mend } = desk.page.nothingKnown;
  const start = `npm run nudge -- starter "${first}" gives a list to start from.`;
  const alike = others.length > 0 ? ` The same holds for ${others.join('; ')}.` : '';
  return `${first}: ${sentence} ${mend} ${start}${alike}`;
}

/** Only a look: whether the store is a copy is found out by what would send from it. */
async function mustNotBePaused(settings: Settings): Promise<null> {
  const store = await openDatabase(settings);
  const pause = await readPause(store.db);
  await store.close();
  if (pause) throw mailPausedError(pause);
  return null;
}

/** Whether mail is held back. Once the server is good again, nobody has to sit out the rest of the wait. */
async function lookAtBreaker(settings: Settings, serverIsGood: boolean): Promise<string | null> {
  const store = await openDatabase(settings);
  const breaker = await readBreaker(store.db);
  if (breaker && serverIsGood) await keepBreaker(store.db, { ...breaker, nextTryAt: Date.now() });
  await store.close();
  if (!breaker) return null;
  if (!serverIsGood) throw mailHeldError(breaker);
  return `held back until now (${breaker.trouble}: ${breaker.reply}); the next minute tries one mail, and if it goes, the rest.`;
}

/** For the whole way to the mail server. */
const patienceMs = 15_000;

function lookAtSigning(dkim: NonNullable<Settings['dkim']>): string | null {
  const short = readDkimKeys(dkim).find(isShort);
  if (!short) return null;
  return `the RSA key has ${short.bits} bits; some receivers believe none below 2048. Make a new one and publish it under a new selector.`;
}

/** Signs in and asks whether it may send, without sending. */
async function lookAtSmtp(settings: Settings): Promise<null> {
  const { smtpUrl, bounceAddress, mailFrom } = settings;
  if (!smtpUrl) return null;
  const from = returnPath(bounceAddress, mailFrom, '<doctor.try@nodomoto.example>');
  const manner = relayManner(settings, { clock: Date.now, log: logOfRun(settings) });
  const fault = await tryServer(smtpUrl, from, { ...manner, patienceMs });
  if (fault) throw errorOf(fault, new URL(smtpUrl), from);
  return null;
}

/** The route over which an operator is told of a trouble. */
function lookAtOperatorRoute(operator: Operator): Promise<Finding> {
  return look(`letters to the operator over ${new URL(operator.smtpUrl).host}`, async () => {
    const fault = await tryOperatorRoute(operator);
    if (fault) throw new AppError('OPERATOR_ROUTE', fault);
    return null;
  });
}

function errorOf({ trouble, reply }: Fault, url: URL, from: string): AppError {
  switch (trouble) {
    case 'tls':
      return new AppError('SMTP_TLS', { reply });
    case 'login':
      return new AppError('SMTP_LOGIN', { reply });
    case 'sender':
      return new AppError('SMTP_SENDER', { from, reply });
    case 'connection':
    case 'relay':
    case 'directory':
      return new AppError('SMTP_UNREACHABLE', { port: portOf(url), reason: reply });
  }
}
