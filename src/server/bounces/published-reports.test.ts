import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { judgeReport } from '#core/delivery/bounce/judge-report.ts';
import { reportVerdicts } from '#core/delivery/bounce/report.ts';
import { tokenIn, tokenOf } from '#server/mail/return-path.ts';
import { parseReport } from './parse-report.ts';

const reports = z
  .record(
    z.string(),
    z.object({ after: z.string(), sender: z.string(), of: z.email(), says: z.enum(reportVerdicts), mail: z.string() }),
  )
  .parse(parse(readFileSync(join(import.meta.dirname, 'published-reports.yaml'), 'utf8')));

const token = '0123456789abcdef0123456789abcdef';

test.each(Object.entries(reports))('%s', async (_, { sender, of, says, mail }) => {
  const raw = Buffer.from(mail.replaceAll('\n', '\r\n'));
  const { report, headerText, messageIds } = await parseReport(raw, { from: sender, to: null });
  expect(judgeReport(report, of)).toMatchObject({ verdict: says });
  expect(tokenIn('bounces@bounce.example.org', headerText)).toBe(token);
  expect(messageIds.map(tokenOf)).toContain(token);
});
