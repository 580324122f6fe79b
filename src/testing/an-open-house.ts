import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { type House, openHouse } from '#compose.ts';
import { readSettings } from '#settings.ts';
import { serveSite } from '#web/serve.ts';
import { freePort } from './free-port.ts';

export type OpenHouse = { house: House; port: number; received: ParsedMail[]; close: () => Promise<void> };

/** The house as in production, at a clock of the test's: its own store, the built site served, and a real mail server that keeps what arrives. */
export async function anOpenHouse(clock: () => number): Promise<OpenHouse> {
  const received: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      simpleParser(stream).then((mail) => {
        received.push(mail);
        done();
      }, done);
    },
  });
  const smtpPort = await freePort();
  await new Promise<void>((resolve) => server.listen(smtpPort, '127.0.0.1', () => resolve()));
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'nodomoto-house-'));
  const settings = readSettings({
    PORT: String(port),
    DATA_DIR: folder,
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
    SITE_URL: `http://localhost:${port}`,
    SECRET: 'a secret of more than thirty-two characters',
  });
  const house = await openHouse(settings, { clock });
  const site = await serveSite(house, 'dist');
  const close = async () => {
    await site.close();
    await house.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    rmSync(folder, { recursive: true, force: true });
  };
  return { house, port, received, close };
}
