import { expect, test } from 'vitest';
import { usualWeights } from '#core/exposure/weights.ts';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { languages } from '#i18n/languages.ts';
import { refreshHeat } from '#server/desk/refresh-heat.ts';
import { aLibrary } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { aPlanner } from '#testing/a-plan.ts';
import { aTeamInStore, emailOf } from '#testing/a-team-in-database.ts';
import { pdfText } from '#testing/pdf-text.ts';
import { briefPdf } from './drawn/pdf/brief-pdf.ts';
import { makeBrief } from './make-brief.ts';
import { tellBrief } from './told/told-brief.ts';

const now = Date.parse('2026-11-30T12:00:00Z');
const quarter = { year: 2026, number: 4 };
const six = ['Adaline', 'Benedict', 'Cordelia', 'Dorothea', 'Ezekiel', 'Florence'];

/** What the paper says of a house with one team of these people, as a reader would select it, without the ends of its lines. */
async function paperOf(people: readonly string[], language: 'en' | 'ja'): Promise<string> {
  const db = await aStore();
  await aTeamInStore(db, people, now - 100 * dayMs);
  await db.updateTable('exposure').set({ essential: 'yes' }).execute();
  await refreshHeat(aPlanner(db), () => now, new AbortController().signal);
  const brief = await makeBrief({ db, library: aLibrary(), weights: usualWeights, smallestTeam: 5 }, quarter, now);
  return pdfText(await briefPdf(tellBrief(brief, language, 'running'), now)).replaceAll('\n', '');
}

test.each(languages)('a team of three is named on no line of the paper, and one of six is (%s)', async (language) => {
  // The paper has a place for the name of a team, and that of six stands there.
  expect(await paperOf(six, language)).toContain('Motors');
  expect(await paperOf(six.slice(0, 3), language)).not.toContain('Motors');
});

test.each(languages)('nobody of the house is named on the paper, whose words can be read (%s)', async (language) => {
  const paper = await paperOf(six, language);
  expect(paper).toContain('Brake controller');
  expect(paper).not.toContain('\ufffd');
  for (const name of six) for (const said of [name, emailOf(name)]) expect(paper).not.toContain(said);
});
