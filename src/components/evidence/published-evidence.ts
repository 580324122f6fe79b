import { existsSync, readFileSync } from 'node:fs';
import { type EvidenceReport, evidenceReport } from '#core/evidence/evidence-report.ts';

/** Where the figures lie that the page is drawn from, as their publisher wrote them, and their addresses on the site. */
const folder = 'public';
export const jsonAddress = '/evidence/simulation.json';
const markdownAddress = '/evidence/simulation.md';

let kept: EvidenceReport | undefined;

export function publishedEvidence(): EvidenceReport {
  kept ??= evidenceReport.parse(JSON.parse(readFileSync(`${folder}${jsonAddress}`, 'utf8')));
  return kept;
}

/** The same figures as tables in Markdown, when they were published too. */
export function publishedTables(): string | null {
  return existsSync(`${folder}${markdownAddress}`) ? markdownAddress : null;
}
