import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { readPublishedLibrary } from '#catalogue/read/read-published.ts';
import { AppError } from '#core/errors/app-error.ts';
import { causesOf, messageOf } from '#core/errors/causes.ts';
import { desk } from '#i18n/en/desk.ts';
import { openDatabase } from '#server/database/open-database.ts';
import { unknownTeams } from '#server/people/unknown-teams.ts';
import type { Settings } from '#server/settings.ts';
import { settingsOfRun } from '../read-environment.ts';

/** A part that was looked at. A note is what could be better, and nothing wrong. */
type Finding = { what: string; grade: 'good' | 'note' | 'wrong'; says: string | null };

/** `doctor`: each part looked at on its own, so that one fault does not hide the next. Exit 1 when anything is wrong. */
export async function doctor(): Promise<void> {
  const settings = settingsOfRun();
  const findings = [
    await look('library built', mustReadLibrary),
    await look('mails drawn', () => mustExist('dist/mail/templates.json')),
    await look(`store in ${settings.dataDir}`, () => lookAtStore(settings)),
    await look(
      settings.smtpUrl ? `mail server ${new URL(settings.smtpUrl).host}` : 'mail server: the built-in catcher',
      () => lookAtSmtp(settings),
    ),
    await look('trainers named', () => mustHaveTrainer(settings)),
  ];
  for (const { what, grade, says } of findings) console.log(`${grade.padEnd(6)} ${what}${says ? `: ${says}` : ''}`);
  const wrong = findings.filter(({ grade }) => grade === 'wrong').length;
  if (wrong > 0) throw new AppError('DOCTOR', { wrong, looked: findings.length });
}

/** What a check returns is a note, what it throws is wrong. */
async function look(what: string, check: () => Promise<string | null> | null): Promise<Finding> {
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
  const store = await openDatabase(settings.dataDir);
  const stuck = await store.db
    .selectFrom('message')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', '=', 'unknown')
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

const connectMs = 5000;

function lookAtSmtp(settings: Settings): Promise<null> {
  if (!settings.smtpUrl) return Promise.resolve(null);
  const url = new URL(settings.smtpUrl);
  const port = Number(url.port) || (url.protocol === 'smtps:' ? 465 : 587);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: url.hostname, port, timeout: connectMs });
    const fail = (reason: string) => {
      socket.destroy();
      reject(new AppError('SMTP_UNREACHABLE', { port, reason }));
    };
    socket.once('data', () => {
      socket.end('QUIT\r\n');
      resolve(null);
    });
    socket.once('timeout', () => fail('no greeting in 5 s'));
    socket.once('error', (error) => fail(messageOf(error)));
  });
}
