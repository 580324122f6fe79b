import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ParsedMail } from 'mailparser';
import { type AppContext, openApp, usualParts } from '#server/app-context.ts';
import type { Patience } from '#server/database/until-free.ts';
import { usualPatience } from '#server/database/usual-patience.ts';
import { serveSite } from '#server/http/serve.ts';
import { readSettings } from '#server/settings.ts';
import { aKeepingServer } from './a-keeping-server.ts';
import { type ALog, aLog } from './a-log.ts';
import { freePort } from './free-port.ts';

export type RunningApp = {
  app: AppContext;
  port: number;
  received: ParsedMail[];
  logged: ALog;
  close: () => Promise<void>;
};

/** The app as in production, at a clock of the test's: its own store, the built site served, and a real mail server that keeps what arrives. */
export async function aRunningApp(
  clock: () => number,
  more: Record<string, string> = {},
  patience: Patience = usualPatience,
): Promise<RunningApp> {
  const server = await aKeepingServer();
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'nodomoto-app-'));
  const settings = readSettings({
    PORT: String(port),
    DATA_DIR: folder,
    SMTP_URL: `smtp://127.0.0.1:${server.port}`,
    SITE_URL: `http://localhost:${port}`,
    SECRET: 'a secret of more than thirty-two characters',
    ...more,
  });
  const logged = aLog();
  const app = await openApp(settings, { ...usualParts, clock, patience, log: logged.log });
  const site = await serveSite(app, 'dist');
  const close = async () => {
    await site.close();
    await app.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { app, port, received: server.received, logged, close };
}
