import { AppError } from '#core/errors/app-error.ts';
import { dkimRecord, dkimRecordName } from '#server/mail/dkim-keys.ts';
import { settingsOfRun } from '../read-environment.ts';
import { wrongUsage } from './options.ts';

/** `dkim-record`: for each signing key the TXT record to publish, as a web form asks for it and as a zone file has it. */
export async function dkimRecords(positionals: string[]): Promise<void> {
  if (positionals.length > 0) throw wrongUsage(`"dkim-record" takes no argument, but "${positionals[0]}" was given.`);
  const { dkim } = settingsOfRun();
  if (!dkim) throw new AppError('NO_SIGNING_KEY');
  const records = dkim.keys.map(({ selector, file }) => told(dkimRecordName(selector, dkim.domain), dkimRecord(file)));
  console.log(records.join('\n\n'));
}

function told(name: string, value: string): string {
  return [
    `Name   ${name}`,
    'Type   TXT',
    `Value  ${value}`,
    'In a zone file:',
    `${name}. IN TXT ( ${strings(value)} )`,
  ].join('\n');
}

/** One string of a TXT record holds 255 bytes; readers join them (RFC 6376 3.6.2.2). */
function strings(value: string): string {
  return (value.match(/.{1,255}/g) ?? []).map((part) => `"${part}"`).join(' ');
}
