import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { readSettings, type Settings } from '#server/settings.ts';

function loadOwnFile(): void {
  if (existsSync('.env')) loadEnvFile('.env');
}

/** The settings of this run: the environment, and below it the file `.env` where there is one. */
export function settingsOfRun(): Settings {
  loadOwnFile();
  return readSettings(process.env);
}

/** The address built pages call their own. A build sends no mail, so it asks for none of the settings that mail needs. */
export function canonicalUrlOfRun(): string {
  loadOwnFile();
  return readSettings({ ...process.env, DEMO: '1' }).canonicalUrl;
}

/** What a run keeps is for its own user: it takes every right of others off the files that it makes. */
export const ownerOnly = 0o077;
