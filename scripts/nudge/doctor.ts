import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { readPublishedLibrary } from '#catalogue/read/read-published.ts';
import { AppError } from '#core/errors/app-error.ts';
import { causesOf, messageOf } from '#core/errors/causes.ts';
import { openDatabase } from '#server/database/open-database.ts';
import type { Settings } from '#server/settings.ts';
import { settingsOfRun } from '../read-environment.ts';

type Finding = { what: string; wrong: string | null };

/** `doctor`: each part looked at on its own, so that one fault does not hide the next. Exit 1 when anything is wrong. */
export async function doctor(): Promise<void> {
  const settings = settingsOfRun();
  const findings = [
    await look('library built', async () => void readPublishedLibrary('dist/client')),
    await look('mails drawn', async () => mustExist('dist/mail/templates.json')),
    await look(`store in ${settings.dataDir}`, () => lookAtStore(settings)),
    await look(
      settings.smtpUrl ? `mail server ${new URL(settings.smtpUrl).host}` : 'mail server: the built-in catcher',
      () => lookAtSmtp(settings),
    ),
    await look('trainers named', async () => mustHaveTrainer(settings)),
  ];
  for (const { what, wrong } of findings) console.log(wrong ? `wrong  ${what}: ${wrong}` : `good   ${what}`);
  const wrong = findings.filter((finding) => finding.wrong !== null).length;
  if (wrong > 0) throw new AppError('DOCTOR', { wrong, looked: findings.length });
}

async function look(what: string, check: () => Promise<void>): Promise<Finding> {
  try {
    await check();
    return { what, wrong: null };
  } catch (error) {
    const mend = error instanceof AppError ? [error.mend] : [];
    const causes = causesOf(error).map((cause) => `Cause: ${cause}`);
    return { what, wrong: [messageOf(error), ...mend, ...causes].join(' ') };
  }
}

function mustExist(file: string): void {
  if (!existsSync(file)) throw new AppError('NOT_BUILT', { file });
}

function mustHaveTrainer(settings: Settings): void {
  if (settings.trainers.length > 0 || settings.demo) return;
  throw new AppError('NO_TRAINERS');
}

async function lookAtStore(settings: Settings): Promise<void> {
  const store = await openDatabase(settings.dataDir);
  const stuck = await store.db
    .selectFrom('message')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', '=', 'unknown')
    .executeTakeFirstOrThrow();
  await store.close();
  if (stuck.count > 0) throw new AppError('UNKNOWN_MAIL', { count: stuck.count });
}

const connectMs = 5000;

function lookAtSmtp(settings: Settings): Promise<void> {
  if (!settings.smtpUrl) return Promise.resolve();
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
      resolve();
    });
    socket.once('timeout', () => fail('no greeting in 5 s'));
    socket.once('error', (error) => fail(messageOf(error)));
  });
}
