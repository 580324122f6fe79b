import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnswerDesk } from './answers/open-nudge.ts';
import type { Catalogue, Library } from './catalogue/catalogue.ts';
import { readPublishedLibrary } from './catalogue/read-published.ts';
import { oneAtATime } from './delivery/one-at-a-time.ts';
import { type SendCounts, sendDue } from './delivery/send-due.ts';
import { firstLanguage } from './i18n/languages.ts';
import { type MailCatcher, openMailCatcher } from './inbox/mail-catcher.ts';
import { composeLetter } from './mail/compose-letter.ts';
import { readStencils } from './mail/read-stencils.ts';
import { openSmtpTransport, type Transport } from './mail/transport.ts';
import { composeNudge, type NudgePress } from './nudges/compose-nudge.ts';
import { objectionTo } from './nudges/objection.ts';
import type { Planner } from './nudges/plan-nudges.ts';
import type { Settings } from './settings.ts';
import { refuseMixedUse } from './store/demo-mark.ts';
import { openStore, prepareDataFolder, type Store } from './store/open-store.ts';

/** The joined parts: what pages, scripts and tests act through. */
export type House = {
  settings: Settings;
  /** What is planned from: nothing of it depends on a language. */
  catalogue: Catalogue;
  /** What is said to a person, in each language. */
  library: Library;
  store: Store;
  trainers: readonly string[];
  clock: () => number;
  planner: Planner;
  answers: AnswerDesk;
  press: NudgePress;
  /** The built-in mail catcher, when no SMTP server is set. */
  inbox: MailCatcher | null;
  /** Sends what is due; calls that overlap share runs. */
  sendDue: () => Promise<SendCounts>;
  /** Address of the invented trainer, in the demo only. */
  demoTrainer: string | null;
  close: () => Promise<void>;
};

/** What a test or the demo may put in place of the usual parts. */
export type HouseParts = { clock?: () => number; transport?: Transport; catcher?: boolean; distFolder?: string };

/** Who may use the desk of the demo; her link lies in /inbox. */
export const demoTrainer = 'trainer@kazehaya.example';

/** The same store, plan and day give the same choices; another seed breaks ties another way. */
const planningSeed = 'nodomoto';

/** Opens the store and joins the parts. The only place that does. */
export async function openHouse(settings: Settings, parts: HouseParts = {}): Promise<House> {
  const clock = parts.clock ?? Date.now;
  const dist = parts.distFolder ?? 'dist';
  if (settings.dataDir !== ':memory:') prepareDataFolder(settings.dataDir);
  const library = readPublishedLibrary(join(dist, 'client'));
  const catalogue = library[firstLanguage];
  const stencils = readStencils(join(dist, 'mail', 'stencils.json'));
  const secret = settings.secret ?? keptSecret(settings.dataDir);
  const store = await openStore(settings.dataDir);
  const { db } = store;
  await refuseMixedUse(db, settings);
  const inbox =
    !settings.smtpUrl && parts.catcher !== false ? await openMailCatcher(join(settings.dataDir, 'inbox')) : null;
  const transport = parts.transport ?? lazyTransport(settings.smtpUrl ?? inbox?.smtpUrl ?? null);
  const press: NudgePress = { db, library, stencils, secret, siteUrl: settings.siteUrl, from: settings.mailFrom };
  const worker = `${process.pid}-${randomBytes(4).toString('hex')}`;
  const sending = oneAtATime(() =>
    sendDue({
      db,
      transport,
      worker,
      from: settings.mailFrom,
      unknownPolicy: settings.unknownPolicy,
      clock,
      objection: (message) => objectionTo(db, message, clock()),
      compose: (message) =>
        message.purpose === 'nudge'
          ? composeNudge(press, message)
          : composeLetter({ secret, from: settings.mailFrom }, message),
    }),
  );
  return {
    settings,
    catalogue,
    library,
    store,
    trainers: settings.demo ? [...settings.trainers, demoTrainer] : settings.trainers,
    clock,
    planner: { db, catalogue, seed: planningSeed, weights: settings.weights },
    answers: { db, library, secret },
    press,
    inbox,
    sendDue: sending.run,
    demoTrainer: settings.demo ? demoTrainer : null,
    close: async () => {
      await sending.settled();
      transport.close();
      await inbox?.close();
      await store.close();
    },
  };
}

/** Links must survive a restart, so a secret nobody set is made once and kept beside the store. */
function keptSecret(dataDir: string): string {
  if (dataDir === ':memory:') return randomBytes(32).toString('hex');
  const file = join(dataDir, 'secret');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const made = randomBytes(32).toString('hex');
  writeFileSync(file, `${made}\n`, { mode: 0o600 });
  return made;
}

function lazyTransport(smtpUrl: string | null): Transport {
  if (smtpUrl) return openSmtpTransport(smtpUrl);
  return {
    deliver: async () => ({ kind: 'deferred', reply: 'No mail server is set: start Nodomoto, or set SMTP_URL.' }),
    close: () => undefined,
  };
}
