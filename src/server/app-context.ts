import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Catalogue, Library } from '#catalogue/catalogue.ts';
import { readPublishedLibrary } from '#catalogue/read/read-published.ts';
import { firstLanguage } from '#i18n/languages.ts';
import type { AnswerContext } from '#server/answers/open-nudge.ts';
import { refuseMixedUse } from '#server/database/demo-mark.ts';
import { openDatabase, prepareDataFolder, type Store } from '#server/database/open-database.ts';
import type { Log } from '#server/log/log.ts';
import { type MailTally, tallyMail } from '#server/log/tally-mail.ts';
import { composeLetter } from '#server/mail/compose-letter.ts';
import { readTemplates } from '#server/mail/read-templates.ts';
import { noTransport, openSmtpTransport, type Transport } from '#server/mail/transport.ts';
import { type MailCatcher, openMailCatcher } from '#server/mail-catcher/mail-catcher.ts';
import { composeNudge, type NudgeRenderer } from '#server/nudges/compose-nudge.ts';
import { always, mailTurn } from '#server/nudges/mail-turn.ts';
import type { Planner } from '#server/nudges/plan-nudges.ts';
import { sendBlocker } from '#server/nudges/send-blocker.ts';
import { oneAtATime } from '#server/outbox/one-at-a-time.ts';
import { type SendCounts, sendDue } from '#server/outbox/send-due.ts';
import { keptSecret } from './answers/kept-secret.ts';
import { type Askers, countAskers } from './desk/askers.ts';
import type { Settings } from './settings.ts';

/** The joined parts: what pages, scripts and tests act through. */
export type AppContext = {
  settings: Settings;
  log: Log;
  /** What became of the mails of this process. */
  mailTally: () => MailTally;
  /** What is planned from: nothing of it depends on a language. */
  catalogue: Catalogue;
  /** What is said to a person, in each language. */
  library: Library;
  store: Store;
  trainers: readonly string[];
  clock: () => number;
  /** Aborted when the run was told to stop. */
  stopping: AbortSignal;
  planner: Planner;
  answers: AnswerContext;
  renderer: NudgeRenderer;
  /** The built-in mail catcher, when no SMTP server is set. */
  inbox: MailCatcher | null;
  /** Sends what is due; calls that overlap share runs. */
  sendDue: () => Promise<SendCounts>;
  /** Who asked for links to the desk lately. */
  askers: Askers;
  /** Address of the invented trainer, in the demo only. */
  demoTrainer: string | null;
  close: () => Promise<void>;
};

/** What the app takes from outside; `usualParts` are those of a running product. */
export type AppParts = {
  log: Log;
  clock: () => number;
  /** Once aborted, no further mail is begun. Without it everything goes. */
  stopping?: AbortSignal;
  /** Where the build lies. */
  distFolder: string;
  /** Where mail goes. *as-set*: to SMTP_URL, and without it to the built-in catcher. *nowhere*: it waits. */
  mail: 'as-set' | 'nowhere' | Transport;
};

export const usualParts = { clock: Date.now, distFolder: 'dist', mail: 'as-set' } as const satisfies Omit<
  AppParts,
  'log'
>;

/** Who may use the desk of the demo; her link lies in /inbox. */
export const demoTrainer = 'trainer@kazehaya.example';

/** The same store, plan and day give the same choices; another seed breaks ties another way. */
const planningSeed = 'nodomoto';

/** Opens the store and joins the parts. The only place that does. */
export async function openApp(settings: Settings, parts: AppParts): Promise<AppContext> {
  const { clock, distFolder: dist, stopping = new AbortController().signal } = parts;
  const { log, tally: mailTally } = tallyMail(parts.log);
  if (settings.dataDir !== ':memory:') prepareDataFolder(settings.dataDir);
  const library = readPublishedLibrary(join(dist, 'client'));
  const catalogue = library[firstLanguage];
  const templates = readTemplates(join(dist, 'mail', 'templates.json'));
  const secret = settings.secret ?? keptSecret(settings.dataDir);
  const store = await openDatabase(settings.dataDir);
  const { db } = store;
  await refuseMixedUse(db, settings);
  const wantsCatcher = parts.mail === 'as-set' && !settings.smtpUrl;
  const inbox = wantsCatcher ? await openMailCatcher(join(settings.dataDir, 'inbox'), log) : null;
  const transport = transportFor(parts.mail, settings.smtpUrl ?? inbox?.smtpUrl ?? null, settings);
  const renderer: NudgeRenderer = {
    db,
    library,
    templates,
    secret,
    siteUrl: settings.siteUrl,
    from: settings.mailFrom,
  };
  const worker = `${process.pid}-${randomBytes(4).toString('hex')}`;
  const sending = oneAtATime(() =>
    sendDue({
      db,
      log,
      transport,
      worker,
      from: settings.mailFrom,
      unknownPolicy: settings.unknownPolicy,
      connections: settings.smtpConnections,
      clock,
      wait: (ms) => sleep(ms),
      stopping,
      rest: () => sleep(1000, undefined, { ref: false }),
      sendBlocker: (message) => sendBlocker(db, message, clock()),
      // A demo has to show its mail when it is opened, at whatever hour.
      turn: settings.demo ? always : (message) => mailTurn(db, message, clock()),
      compose: (message) =>
        message.purpose === 'nudge'
          ? composeNudge(renderer, message, clock())
          : composeLetter({ secret, from: settings.mailFrom }, message),
    }),
  );
  return {
    settings,
    log,
    mailTally,
    catalogue,
    library,
    store,
    trainers: settings.demo ? [...settings.trainers, demoTrainer] : settings.trainers,
    clock,
    stopping,
    planner: { db, catalogue, seed: planningSeed, weights: settings.weights },
    answers: { db, library, secret },
    renderer,
    inbox,
    sendDue: sending.run,
    askers: countAskers(),
    demoTrainer: settings.demo ? demoTrainer : null,
    close: async () => {
      await sending.settled();
      transport.close();
      await inbox?.close();
      await store.close();
    },
  };
}

function transportFor(mail: AppParts['mail'], smtpUrl: string | null, settings: Settings): Transport {
  if (typeof mail === 'object') return mail;
  if (mail === 'nowhere' || !smtpUrl) return noTransport;
  return openSmtpTransport(smtpUrl, { tls: settings.smtpTls, connections: settings.smtpConnections });
}
