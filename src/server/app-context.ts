import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Catalogue, Library } from '#catalogue/catalogue.ts';
import { readPublishedLibrary } from '#catalogue/read/read-published.ts';
import { firstLanguage } from '#i18n/languages.ts';
import { nameOldAnswers } from '#server/answers/name-old-answers.ts';
import type { AnswerContext } from '#server/answers/open-nudge.ts';
import type { ReportContext } from '#server/bounces/report-context.ts';
import { keepDueBrief } from '#server/brief/keep-due-brief.ts';
import type { PlayerFiles } from '#server/course/pack-course.ts';
import { readPlayerFiles } from '#server/course/player-files.ts';
import { refuseMixedUse } from '#server/database/demo-mark.ts';
import { closeToOthers } from '#server/database/folder-rights.ts';
import { refuseMoved } from '#server/database/moved-mark.ts';
import { type Db, openDatabase, prepareDataFolder, type Store } from '#server/database/open-database.ts';
import { noMarks, type SentMarks, sentMarks, sharedMarks } from '#server/database/sent-mark.ts';
import { storeClockAhead } from '#server/database/store-clock.ts';
import { readLife } from '#server/database/store-life.ts';
import type { Patience } from '#server/database/until-free.ts';
import { usualPatience } from '#server/database/usual-patience.ts';
import type { SupplierDoor } from '#server/desk/suppliers/supplier-door.ts';
import { eraseAgain } from '#server/erasure/marks-beside.ts';
import type { Log } from '#server/log/log.ts';
import { type MailTally, tallyMail } from '#server/log/tally-mail.ts';
import { mailDrawer } from '#server/mail/mail-drawer.ts';
import type { MailTemplates } from '#server/mail/mail-template.ts';
import { relayManner } from '#server/mail/relay-manner.ts';
import { returnPath } from '#server/mail/return-path.ts';
import { openSigner, type Signer, unsigned } from '#server/mail/sign-message.ts';
import { openTemplates } from '#server/mail/template-files.ts';
import { noTransport, openSmtpTransport, type Transport } from '#server/mail/transport.ts';
import { type MailCatcher, openMailCatcher } from '#server/mail-catcher/mail-catcher.ts';
import type { NudgeRenderer } from '#server/nudges/compose-nudge.ts';
import { lapsedBlocker } from '#server/nudges/lapsed-blocker.ts';
import { always, mailTurn } from '#server/nudges/mail-turn.ts';
import { nobodyIsNew, readNewcomers } from '#server/nudges/newcomers.ts';
import type { Planner } from '#server/nudges/plan-nudges.ts';
import { sendBlocker } from '#server/nudges/send-blocker.ts';
import { type PlainLetter, sendToOperator } from '#server/operator/operator-route.ts';
import { operatorTeller } from '#server/operator/tell-operator.ts';
import { watchDestinations } from '#server/outbox/destinations.ts';
import { everyOnTimer } from '#server/outbox/kept-lease.ts';
import { liftPause, type MailPause } from '#server/outbox/mail-pause.ts';
import { mindCopy } from '#server/outbox/mind-copy.ts';
import { beginLife } from '#server/outbox/notice-copy.ts';
import { oneAtATime } from '#server/outbox/one-at-a-time.ts';
import { pacedTurns, unpaced } from '#server/outbox/paced-turns.ts';
import { type SendCounts, sendDue } from '#server/outbox/send-due.ts';
import { type HouseSearch, houseSearch } from '#server/pieces/house-search.ts';
import { livingLibrary } from '#server/pieces/living-library.ts';
import { withdrawnBlocker } from '#server/pieces/withdrawn-blocker.ts';
import { demoReportLimits, type ReportDoor, usualReportLimits } from '#server/reports/report-limits.ts';
import { resealStrips } from '#server/reports/seal-strip.ts';
import type { ReportDesk } from '#server/reports/write-to-reporter.ts';
import { keepTidy } from '#server/retention/keep-tidy.ts';
import { readPassages } from '#server/sharing/received-store.ts';
import { houseStore } from '#server/walls/read-wall.ts';
import { tellResults } from '#server/xapi/tell-results.ts';
import { keptBlocker } from './code/kept-blocker.ts';
import { remindOwners } from './code/remind-owners.ts';
import { composeMessage } from './compose-message.ts';
import { workAfterAnswer } from './desk/after-answer.ts';
import type { LinkDesk } from './desk/ask-for-link.ts';
import { countAskers } from './desk/askers.ts';
import { keepLessonsOfOld } from './desk/assign-module.ts';
import { type CompanySignIn, companySignIn } from './desk/company-sign-in.ts';
import { sendReportDigests } from './desk/reports/send-report-digests.ts';
import { sendDigests } from './desk/send-digests.ts';
import type { SessionKeeper } from './desk/sessions.ts';
import { demoLimits, usualLimits } from './desk/sign-in-limits.ts';
import { keptSecret } from './keys/kept-secret.ts';
import { keyringOf } from './keys/keyring.ts';
import { keptSharingKey, type SharingKey } from './keys/sharing-key.ts';
import { type ImportRunner, importRunner } from './people/imports/import-runner.ts';
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
  /** What packages for learning platforms carry beside their page, read when one is made. */
  playerFiles: () => PlayerFiles;
  /** Takes up what the house published or withdrew since, on whatever thread or machine. */
  refreshLibrary: () => Promise<void>;
  /** What the house published, for the search of the library. */
  houseSearch: HouseSearch;
  /** Draws the mails of a library's cases, as the build did of those that it had. */
  drawMail: (library: Library) => Promise<MailTemplates>;
  store: Store;
  /** What files for other organisations are signed with; the first call makes it where there is none. */
  sharingKey: () => SharingKey;
  trainers: readonly string[];
  /** What sessions of trainers are kept with. */
  sessions: SessionKeeper;
  /** How trainers sign in with their company account, if they do. */
  companySignIn: CompanySignIn | null;
  /** What trainers ask for links with. */
  linkDesk: LinkDesk;
  clock: () => number;
  /** Aborted when the run was told to stop. */
  stopping: AbortSignal;
  planner: Planner;
  answers: AnswerContext;
  renderer: NudgeRenderer;
  /** The built-in mail catcher, when no SMTP server is set. */
  inbox: MailCatcher | null;
  /** Why nothing is planned or sent, if so; the first call looks whether the store is a copy. */
  mailPause: () => Promise<MailPause | null>;
  /** Lets mail go again from a store that was paused, which begins another life. */
  resumeMail: () => Promise<void>;
  /** Writes imports of people behind the pages that ask for it. */
  imports: ImportRunner;
  /** What reading reports of mail that did not arrive needs. */
  reports: ReportContext;
  /** Whether something plans and sends beside whoever asks. */
  isScheduling: () => boolean;
  /** Sends what is due; calls that overlap share runs. */
  sendDue: () => Promise<SendCounts>;
  /** Writes to the operator what is due to be told, if anybody is to be. Never waits for a round of sending. */
  tellOperator: () => Promise<void>;
  /** Writes the digests of trainers that are due, and says how many. */
  sendDigests: () => Promise<number>;
  /** Keeps the brief of a quarter that has ended, and writes to executives; `null` when none is due. */
  keepBrief: () => ReturnType<typeof keepDueBrief>;
  /** What near misses are taken in with. */
  reportDesk: ReportDesk;
  /** The one way through the walls of suppliers. */
  supplierDoor: SupplierDoor;
  /** How often one may be reported, or asked for. */
  reportDoor: ReportDoor;
  /** Writes the reminders that owners of statements of the code are due, and says how many. */
  remindOwners: () => Promise<number>;
  /** Finishes erasures, and once a day cuts what has been kept for its time. */
  keepTidy: () => Promise<void>;
  /** Tells the learning record store what is new, if there is one. */
  tellResults: () => Promise<void>;
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
  /** How long a write waits for others who write. */
  patience: Patience;
  /** Where the build lies. */
  distFolder: string;
  /** Where mail goes. *as-set*: to SMTP_URL, and without it to the built-in catcher. *nowhere*: it waits. An `smtpUrl` is that of somebody else's catcher. */
  mail: 'as-set' | 'nowhere' | { smtpUrl: string } | Transport;
};

export const usualParts = {
  clock: Date.now,
  patience: usualPatience,
  distFolder: 'dist',
  mail: 'as-set',
} as const satisfies Omit<AppParts, 'log'>;

/** Who may use the desk of the demo; her link lies in /inbox. */
export const demoTrainer = 'trainer@kazehaya.example';

/** The same store, plan and day give the same choices; another seed breaks ties another way. */
const planningSeed = 'nodomoto';

/** Opens the store and joins the parts. The only place that does. */
export async function openApp(settings: Settings, parts: AppParts): Promise<AppContext> {
  const { clock, distFolder: dist, stopping = new AbortController().signal } = parts;
  const { log, tally: mailTally } = tallyMail(parts.log);
  if (settings.dataDir !== ':memory:') openDataFolder(settings.dataDir, log);
  const mailFolder = join(dist, 'mail');
  const built = {
    library: readPublishedLibrary(join(dist, 'client')),
    templates: openTemplates(mailFolder),
  };
  const keys = keyringOf(settings.secret ?? keptSecret(settings.dataDir), settings.previousSecrets);
  // Before the store is opened, as a file of theirs that cannot be used ends the start.
  const sign: Signer = parts.mail === 'nowhere' ? unsigned : await openSigner(settings.dkim, log);
  const transportTo = readTransport(parts, settings);
  const store = await openDatabase(settings, parts.patience);
  const { db } = store;
  await refuseMoved(db);
  await refuseMixedUse(db, settings);
  const drawMail = mailDrawer(mailFolder);
  const living = livingLibrary({ db, log, built, readPassages: () => readPassages(db), draw: drawMail });
  const refreshing = oneAtATime(living.refresh);
  await refreshing.run();
  const { library } = living;
  const addresses = await eraseAgain(db, settings.dataDir, clock());
  if (addresses > 0) log.tell('erased-again', { addresses });
  const strips = await resealStrips(db, keys);
  if (strips.lost > 0) log.tell('strips-not-opened', { strips: strips.lost });
  await keepLessonsOfOld(db, library[firstLanguage]);
  await nameOldAnswers({ db, library }, clock());
  const wantsCatcher = parts.mail === 'as-set' && !settings.smtpUrl;
  const inbox = wantsCatcher ? await openMailCatcher(join(settings.dataDir, 'inbox'), log) : null;
  const transport = transportTo(settings.smtpUrl ?? inbox?.smtpUrl ?? null);
  const renderer: NudgeRenderer = {
    db,
    library,
    get templates() {
      return living.templates();
    },
    keys,
    siteUrl: settings.siteUrl,
    from: settings.mailFrom,
    replyTo: settings.replyTo,
    smallestTeam: settings.smallestTeam,
    kept: { months: settings.keep.answerMonths, shown: settings.showByName },
  };
  const worker = `${process.pid}-${randomBytes(4).toString('hex')}`;
  const wait = (ms: number) => sleep(ms, undefined, { signal: stopping }).catch(() => undefined);
  const perMinute = settings.smtpPerMinute;
  const turns = perMinute === null ? unpaced : pacedTurns(perMinute, () => performance.now(), wait, stopping);
  const destinations = watchDestinations(settings.smtpConnections);
  const marks = marksFor(settings, log);
  const mailPause = mindCopy(db, marks, log, clock);
  const sending = oneAtATime(async () => {
    await mailPause();
    await refreshing.run();
    const life = await readLife(db);
    const counts = await sendDue({
      db,
      log,
      transport,
      worker,
      returnPath: (messageId) => returnPath(settings.bounceAddress, settings.mailFrom, messageId),
      unknownPolicy: settings.unknownPolicy,
      connections: settings.smtpConnections,
      turns,
      destinations,
      clock,
      wait: (ms) => sleep(ms),
      stopping,
      storeClockAhead: (now) => storeClockAhead(db, now),
      every: everyOnTimer,
      rest: () => sleep(1000, undefined, { ref: false }),
      sendBlocker: async (message) =>
        (await sendBlocker(db, message, clock())) ??
        (await withdrawnBlocker(db, library[firstLanguage], message)) ??
        (await lapsedBlocker(db, library[firstLanguage], message, clock())) ??
        (await keptBlocker(db, message)),
      // A demo has to show its mail when it is opened, at whatever hour.
      turn: settings.demo ? always : (message) => mailTurn(db, message, clock()),
      compose: async (message) => {
        const composed = await composeMessage(renderer, message, clock());
        return { ...composed, raw: await sign(composed.raw, clock()) };
      },
      noteSending: ({ id, attempt }) => life && marks.note(life, { message: id, attempt }),
    });
    await marks.settled();
    return counts;
  });
  let keptKey: SharingKey | null = null;
  const sharingKey = () => (keptKey ??= keptSharingKey(settings));
  const trainers = settings.demo ? [...settings.trainers, demoTrainer] : settings.trainers;
  const afterAnswer = workAfterAnswer(
    () => wait(randomInt(100, 500)),
    (err) => log.tell('sign-in-not-sent', { err }),
  );
  const imports = importRunner({ db, log, clock, stopping, demo: settings.demo });
  const telling = oneAtATime(tellerFor(settings, db, parts));
  const planner: Planner = {
    db,
    get catalogue() {
      return library[firstLanguage];
    },
    seed: planningSeed,
    weights: settings.weights,
    newcomers: settings.demo ? nobodyIsNew : readNewcomers,
  };
  return {
    settings,
    log,
    mailTally,
    get catalogue() {
      return library[firstLanguage];
    },
    library,
    playerFiles: () => readPlayerFiles(join(dist, 'course')),
    refreshLibrary: refreshing.run,
    houseSearch: houseSearch(db, library, join(dist, 'search')),
    drawMail,
    store,
    sharingKey,
    trainers,
    sessions: { db, log, trainers, limits: settings.sessions },
    companySignIn: settings.companyAccounts ? companySignIn(settings.companyAccounts, settings.siteUrl) : null,
    linkDesk: {
      db,
      log,
      trainers,
      keys,
      siteUrl: settings.siteUrl,
      askers: countAskers(),
      limits: settings.demo ? demoLimits : usualLimits,
      later: afterAnswer,
      sendDue: sending.run,
    },
    clock,
    stopping,
    planner,
    answers: { db, library, keys },
    renderer,
    inbox,
    mailPause,
    resumeMail: async () => {
      await beginLife(db, marks);
      await liftPause(db);
    },
    imports,
    reports: { db, log, clock, bounceAddress: settings.bounceAddress },
    isScheduling: () => true,
    sendDue: sending.run,
    tellOperator: telling.run,
    keepBrief: async () => {
      const { weights, smallestTeam, siteUrl } = settings;
      return keepDueBrief({ db: await houseStore(db), library, weights, smallestTeam, siteUrl }, clock());
    },
    sendDigests: async () => {
      const desk = { db, library, trainers, siteUrl: settings.siteUrl };
      return (await sendDigests(desk, clock())) + (await sendReportDigests(desk, clock()));
    },
    reportDesk: { db, keys, siteUrl: settings.siteUrl },
    supplierDoor: { planner, keys, siteUrl: settings.siteUrl, trainers, dataDir: settings.dataDir },
    reportDoor: { askers: countAskers(), limits: settings.demo ? demoReportLimits : usualReportLimits },
    remindOwners: () => remindOwners(db, clock()),
    keepTidy: () =>
      keepTidy({
        place: { db, dataDir: settings.dataDir, databaseUrl: settings.databaseUrl },
        keep: settings.keep,
        log,
        clock,
        stopping,
        isPaused: async () => (await mailPause()) !== null,
      }),
    tellResults: async () =>
      tellResults({
        db: await houseStore(db),
        log,
        library,
        siteUrl: settings.siteUrl,
        store: settings.xapi,
        clock,
        stopping,
        isPaused: async () => (await mailPause()) !== null,
      }),
    demoTrainer: settings.demo ? demoTrainer : null,
    close: async () => {
      await afterAnswer.settled();
      await imports.settled();
      await sending.settled();
      await telling.settled();
      transport.close();
      await inbox?.close();
      await store.close();
    },
  };
}

function marksFor({ dataDir, databaseUrl }: Settings, log: Log): SentMarks {
  if (dataDir === ':memory:') return noMarks;
  const marks = sentMarks(dataDir, (err) => log.tell('mark-not-written', { err }));
  return databaseUrl === null ? marks : sharedMarks(marks);
}

function openDataFolder(dataDir: string, log: Log): void {
  prepareDataFolder(dataDir);
  const rights = closeToOthers(dataDir);
  if (rights !== 'closed') log.tell(rights === 'mended' ? 'folder-closed' : 'folder-open', {});
}

function readTransport({ mail, clock, log }: AppParts, settings: Settings): (smtpUrl: string | null) => Transport {
  if (mail === 'nowhere') return () => noTransport;
  if (typeof mail === 'object' && 'deliver' in mail) return () => mail;
  const manner = relayManner(settings, { clock, log });
  if (typeof mail === 'object') return () => openSmtpTransport(mail.smtpUrl, manner);
  return (smtpUrl) => (smtpUrl ? openSmtpTransport(smtpUrl, manner) : noTransport);
}

function tellerFor({ operator, siteUrl }: Settings, db: Db, { log, clock }: AppParts): () => Promise<void> {
  if (!operator) return async () => undefined;
  const send = (letter: PlainLetter) => sendToOperator(operator, letter, randomUUID(), clock());
  return operatorTeller({ db, log, clock, siteUrl, send });
}
