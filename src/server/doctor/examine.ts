import { runtimeError } from '#core/planning/calendar/zone-clock.ts';
import { openDatabase, type Store } from '#server/database/open-database.ts';
import { runningProcess } from '#server/database/running-mark.ts';
import type { Instant } from '#server/database/schema.ts';
import type { FindDamage } from '#server/database/sqlite-integrity.ts';
import type { Log } from '#server/log/log.ts';
import { envelopeAddress } from '#server/mail/envelope-address.ts';
import type { Settings } from '#server/settings.ts';
import { answersRead } from './answers-read.ts';
import { calendarsKnown } from './calendars-known.ts';
import { clockPlausible } from './clock.ts';
import { companyAccountsReached } from './company-accounts.ts';
import { dataKept } from './data-kept.ts';
import { diskRoom, type ReadDisk } from './disk-room.ts';
import type { Dns } from './dns/dns-records.ts';
import { senderDomain } from './dns/sender-domain.ts';
import { type Finding, good, look } from './finding.ts';
import { folderClosed } from './folder-closed.ts';
import { mailFate } from './mail-fate.ts';
import { mailGoesOut } from './mail-goes-out.ts';
import { mailInTime } from './mail-in-time.ts';
import { mailPaused } from './mail-paused.ts';
import { mailServer } from './mail-server.ts';
import { mailSigned } from './mail-signed.ts';
import { operatorRoute } from './operator-route.ts';
import { recordStoreReached, recordsTold } from './record-store.ts';
import { readersHeard, reportsRead } from './reports.ts';
import { secretsSound } from './secrets.ts';
import { libraryBuilt, mailsDrawn } from './site-built.ts';
import { somebodyWorks } from './somebody-works.ts';
import { storeWhole } from './store-whole.ts';
import { teamsDescribed } from './teams-described.ts';
import { teamsOnce } from './teams-once.ts';
import { trainersNamed } from './trainers.ts';
import { zoneData, zoneRelease } from './zone-data.ts';

/** What is looked at, and what it is looked at with. */
export type Patient = {
  settings: Settings;
  log: Log;
  distFolder: string;
  now: Instant;
  disk: ReadDisk;
  dns: Dns;
  findDamage: FindDamage;
};

/** Looks at each part on its own, so that one fault does not hide the next. In the order in which they are worth mending. */
export async function examine(patient: Patient): Promise<Finding[]> {
  const { settings, log, distFolder, disk, dns } = patient;
  const { smtpUrl, dataDir, dkim, operator, companyAccounts, xapi } = settings;
  const what = smtpUrl ? `mail server ${new URL(smtpUrl).host}` : 'mail server: the built-in catcher';
  const server = await look(what, () => mailServer(settings, log));
  return [
    await look('library built', () => libraryBuilt(distFolder)),
    await look('mails drawn', () => mailsDrawn(distFolder)),
    server,
    ...(operator
      ? [await look(`letters to the operator over ${new URL(operator.smtpUrl).host}`, () => operatorRoute(operator))]
      : []),
    ...(await examineStore(patient, server.grade === 'good')),
    // By now there is a data folder, if there can be one.
    await look('room on the disk', () => diskRoom(dataDir, disk)),
    await look('data folder closed to others', () => folderClosed(dataDir)),
    ...(smtpUrl && !settings.demo ? await senderDomain(domainOf(settings.mailFrom), dns) : []),
    ...(dkim ? await mailSigned(dkim, dns) : []),
    ...(companyAccounts
      ? [
          await look(`company accounts at ${new URL(companyAccounts.issuer).host}`, () =>
            companyAccountsReached(companyAccounts, settings.siteUrl),
          ),
        ]
      : []),
    ...(xapi
      ? [await look(`learning record store at ${new URL(xapi.endpoint).host}`, () => recordStoreReached(xapi))]
      : []),
    await look('secrets that sign links', () => secretsSound(settings)),
    await look('trainers named', () => trainersNamed(settings)),
  ];
}

function domainOf(mailFrom: string): string {
  return envelopeAddress(mailFrom).split('@').at(-1)?.toLowerCase() ?? '';
}

/** Of a store that cannot be opened nothing more can be said. */
async function examineStore(patient: Patient, serverIsGood: boolean): Promise<Finding[]> {
  const { dataDir, databaseUrl } = patient.settings;
  const opened: Store[] = [];
  const what = databaseUrl === null ? `store in ${dataDir}` : `store at ${new URL(databaseUrl).host}`;
  const opening = await look(what, async () => {
    opened.push(await openDatabase(patient.settings));
    return good();
  });
  const [store] = opened;
  if (!store) return [opening];
  try {
    return await examineOpened(store, what, patient, serverIsGood);
  } finally {
    await store.close();
  }
}

async function examineOpened({ db }: Store, what: string, patient: Patient, serverIsGood: boolean): Promise<Finding[]> {
  const { now, findDamage, settings } = patient;
  return [
    await look(what, () => storeWhole(db, findDamage)),
    await look('clock', () => clockPlausible(db, now)),
    await look('store neither restored nor copied', () => mailPaused(db)),
    await look('mail goes out', () => mailGoesOut(db, now, serverIsGood)),
    await look('mail in time', () => mailInTime(db, now)),
    await look('what became of mail', () => mailFate(db)),
    await look('reports of what did not arrive', () => reportsRead(db, settings, now)),
    await look('readers heard of', () => readersHeard(db, now)),
    await look('somebody plans and sends', () => somebodyWorks(db, now, runningProcess(settings.dataDir))),
    await look(`zone data ${zoneRelease()}`, () => zoneData(db, now, runtimeError)),
    await look('holidays official', () => calendarsKnown(db, now)),
    await look('teams once each', () => teamsOnce(db)),
    await look('teams described', () => teamsDescribed(db)),
    ...(settings.xapi ? [await look('results told to the learning record store', () => recordsTold(db))] : []),
    await look('answers to mail read', () => answersRead(db, settings)),
    await look('what is old is cut', () => dataKept(db, settings.dataDir, settings.keep, now)),
  ];
}
