import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type AddressObject, simpleParser } from 'mailparser';
import { keptFolder } from '#server/bounces/kept-reports.ts';

/** Reports hold the mail that they are about, and that may hold another. */
const deepest = 4;

/** Deletes the mails that lie as files in the data folder and name an address: those of the trial's inbox, and reports that nobody could read. Returns how many. */
export async function deleteMailsOf(dataDir: string, address: string): Promise<number> {
  if (dataDir === ':memory:') return 0;
  let deleted = 0;
  for (const folder of [join(dataDir, 'inbox'), keptFolder(dataDir)])
    for (const file of mailsIn(folder)) {
      if (!(await names(readFileSync(file), address, deepest))) continue;
      rmSync(file, { force: true });
      deleted += 1;
    }
  return deleted;
}

function mailsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .map((name) => join(folder, name));
}

/** Whether a mail names an address anywhere, in whichever way it is encoded. */
async function names(raw: Buffer, address: string, depth: number): Promise<boolean> {
  const isIn = (text: string) => text.toLowerCase().includes(address);
  if (isIn(raw.toString('utf8'))) return true;
  const mail = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true });
  const told = [mail.text ?? '', mail.html || '', mail.subject ?? '', ...addressesOf(mail.to), ...addressesOf(mail.cc)];
  if (told.some(isIn)) return true;
  if (depth === 0) return false;
  for (const { content } of mail.attachments) if (await names(content, address, depth - 1)) return true;
  return false;
}

function addressesOf(field: AddressObject | AddressObject[] | undefined): string[] {
  return [field ?? []].flat().map(({ text }) => text);
}
