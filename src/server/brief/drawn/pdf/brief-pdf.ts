import { wordsIn } from '#i18n/words.ts';
import type { ToldBrief } from '../../told/told-brief.ts';
import { drawFirstPage } from './first-page.ts';
import { facesFor } from './pdf-faces.ts';
import { PdfPaper } from './pdf-paper.ts';
import { drawSecondPage } from './second-page.ts';

/**
 * The brief as PDF: two pages of A4, tagged, its text real, and every status told by a shape and a word, so that it reads in grey. Made with npm
 * packages alone, without a browser. The bytes depend on the brief and on `now`.
 */
export async function briefPdf(told: ToldBrief, now: number): Promise<Buffer> {
  const paper = new PdfPaper({
    title: told.title,
    language: told.language,
    faces: await facesFor(lettersOf(told)),
    now,
  });
  drawFirstPage(paper, told);
  paper.nextPage();
  drawSecondPage(paper, told);
  return paper.end();
}

/** Every letter that may be set: those of the brief, and of the words around it. */
function lettersOf(told: ToldBrief): string {
  const t = wordsIn(told.language).brief;
  const made = [t.page(0), t.decisions.more(0), '0123456789 .,%:;·…–−()'];
  return [JSON.stringify(told), JSON.stringify(t), ...made].join('');
}
