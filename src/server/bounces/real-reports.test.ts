import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { judgeReport } from '#core/delivery/bounce/judge-report.ts';
import { reportVerdicts } from '#core/delivery/bounce/report.ts';
import { tokenIn, tokenOf } from '#server/mail/return-path.ts';
import { parseReport } from './parse-report.ts';

const here = import.meta.dirname;

const table = z
  .record(z.string(), z.object({ token: z.string().nullable(), says: z.record(z.string(), z.enum(reportVerdicts)) }))
  .parse(parse(readFileSync(join(here, 'real-reports.yaml'), 'utf8')));

const envelopes = z
  .record(z.string(), z.object({ mailFrom: z.string(), rcptTo: z.tuple([z.string()]) }))
  .parse(JSON.parse(readFileSync(join(here, 'real', 'envelopes.json'), 'utf8')));

const bounceAddress = 'bounces@bounce.example.org';

function read(file: string) {
  const { mailFrom, rcptTo } = envelopes[file] ?? { mailFrom: '', rcptTo: [''] };
  return parseReport(readFileSync(join(here, 'real', file)), { from: mailFrom, to: rcptTo[0] });
}

test('the table holds each of the 95 real reports', () => {
  const files = readdirSync(join(here, 'real')).filter((file) => file.endsWith('.eml'));
  expect(Object.keys(table).sort()).toEqual(files.sort());
  expect(files).toHaveLength(95);
});

const claims = Object.entries(table).flatMap(([file, { says }]) =>
  Object.entries(says).map(([address, verdict]) => [file, address, verdict] as const),
);

test.each(claims)('%s says of %s: %s', async (file, address, verdict) => {
  const { report } = await read(file);
  expect(judgeReport(report, address)).toMatchObject({ verdict });
});

test.each(Object.entries(table))(
  '%s is found by its token in any case, or else by its Message-ID',
  async (file, { token }) => {
    const { headerText, messageIds } = await read(file);
    const to = envelopes[file]?.rcptTo[0] ?? '';
    expect(tokenIn(bounceAddress, to.toUpperCase())).toBe(token);
    if (token !== null) expect(tokenIn(bounceAddress, headerText), 'a mailbox has only the header').toBe(token);
    const [messageId] = messageIds;
    if (file.startsWith('vacation-')) expect(messageIds, 'nothing in it names the mail').toEqual([]);
    else expect(tokenOf(messageId ?? '')).toMatch(/^[0-9a-z]+0{8,}$/);
  },
);
