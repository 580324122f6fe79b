import { expect, test } from 'vitest';
import { aBrief } from '#testing/a-brief.ts';
import { tellBrief } from '../../told/told-brief.ts';
import { briefPdf } from './brief-pdf.ts';
import { DrawnPdfs } from './drawn-pdfs.ts';

const now = Date.UTC(2026, 10, 30);

/** The brief of a quarter, told in English. */
const told = (quarter: string) => tellBrief(aBrief({ quarter }), 'en', 'running');

function counted(draw: typeof briefPdf) {
  const drawn: string[] = [];
  const pdfs = new DrawnPdfs((brief, at) => {
    drawn.push(brief.title);
    return draw(brief, at);
  });
  return { drawn, pdfs };
}

test('a brief that says the same is drawn once, for all who ask for it, and is the one that would be drawn', async () => {
  const { drawn, pdfs } = counted(briefPdf);
  const asked = await Promise.all([pdfs.of(told('2026-Q3'), now), pdfs.of(told('2026-Q3'), now + 60_000)]);
  expect(asked[0].equals(await briefPdf(told('2026-Q3'), now))).toBe(true);
  expect(asked[1]).toBe(asked[0]);
  expect(drawn).toHaveLength(1);
});

test('a brief of which one word or figure is another is drawn anew, and so is one in another language', async () => {
  const { drawn, pdfs } = counted(async () => Buffer.from(''));
  await pdfs.of(told('2026-Q3'), now);
  await pdfs.of(tellBrief(aBrief({ quarter: '2026-Q3', nearMisses: { bySource: {}, open: 5 } }), 'en', 'running'), now);
  await pdfs.of(tellBrief(aBrief({ quarter: '2026-Q3' }), 'ja', 'running'), now);
  await pdfs.of(tellBrief(aBrief({ quarter: '2026-Q3' }), 'en', { kept: '2026-10-01' }), now);
  expect(drawn).toHaveLength(4);
});

test('of many briefs the one that nobody asked for longest is let go', async () => {
  const { drawn, pdfs } = counted(async () => Buffer.from(''));
  const quarters = Array.from({ length: 9 }, (_, index) => `${2018 + index}-Q1`);
  for (const quarter of quarters) {
    await pdfs.of(told(quarter), now);
    await pdfs.of(told('2018-Q1'), now);
  }
  expect(drawn).toHaveLength(9);
  await pdfs.of(told('2018-Q1'), now);
  await pdfs.of(told('2026-Q1'), now);
  expect(drawn).toHaveLength(9);
  await pdfs.of(told('2019-Q1'), now);
  expect(drawn).toHaveLength(10);
});

test('a drawing that failed is tried again', async () => {
  let calls = 0;
  const pdfs = new DrawnPdfs(async () => {
    calls += 1;
    if (calls === 1) throw new Error('The face is not there.');
    return Buffer.from('drawn');
  });
  await expect(pdfs.of(told('2026-Q3'), now)).rejects.toThrow('The face is not there.');
  expect(String(await pdfs.of(told('2026-Q3'), now))).toBe('drawn');
});
