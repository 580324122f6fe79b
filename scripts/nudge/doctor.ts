import { AppError } from '#core/errors/app-error.ts';
import { findSqliteDamage, noSqliteFile } from '#server/database/sqlite-integrity.ts';
import { readDisk } from '#server/doctor/disk-room.ts';
import { openDns } from '#server/doctor/dns/dns-records.ts';
import { examine } from '#server/doctor/examine.ts';
import { settingsOfRun } from '../read-environment.ts';
import { logOfRun } from './with-app.ts';

/** `doctor`: a line for each part that was looked at. Exit 1 when anything is wrong. */
export async function doctor(): Promise<void> {
  const settings = settingsOfRun();
  const findings = await examine({
    settings,
    log: logOfRun(settings),
    distFolder: 'dist',
    now: Date.now(),
    disk: readDisk,
    dns: openDns(null),
    findDamage: settings.databaseUrl === null ? findSqliteDamage : noSqliteFile,
  });
  for (const { what, grade, says } of findings) console.log(`${grade.padEnd(6)} ${what}${says ? `: ${says}` : ''}`);
  const wrong = findings.filter(({ grade }) => grade === 'wrong').length;
  if (wrong > 0) throw new AppError('DOCTOR', { wrong, looked: findings.length });
}
