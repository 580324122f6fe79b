import { createHash } from 'node:crypto';
import type { ToldBrief } from '../../told/told-brief.ts';
import { briefPdf } from './brief-pdf.ts';

/** A brief in two languages for each of the last quarters; each is about a hundred kilobytes. */
const mostKept = 8;

/**
 * PDFs as they were drawn, by what they say: setting their text takes a tenth of a second, in which nobody else is answered, and a brief that says the same
 * is the same. Whoever asks while one is being drawn waits for that one.
 */
export class DrawnPdfs {
  private readonly draw: typeof briefPdf;
  private readonly kept = new Map<string, Promise<Buffer>>();

  constructor(draw: typeof briefPdf) {
    this.draw = draw;
  }

  /** The PDF of a brief. Of one that was drawn before `now`, its date of creation is of then. */
  of(told: ToldBrief, now: number): Promise<Buffer> {
    const key = createHash('sha256').update(JSON.stringify(told)).digest('base64url');
    const pdf = this.kept.get(key) ?? this.drawn(key, told, now);
    // Asked for last, let go last.
    this.kept.delete(key);
    this.kept.set(key, pdf);
    const [oldest = ''] = this.kept.keys();
    if (this.kept.size > mostKept) this.kept.delete(oldest);
    return pdf;
  }

  /** What failed is tried again by whoever asks next. */
  private drawn(key: string, told: ToldBrief, now: number): Promise<Buffer> {
    return this.draw(told, now).catch((error: unknown) => {
      this.kept.delete(key);
      throw error;
    });
  }
}

/** Those of this process. */
export const drawnPdfs = new DrawnPdfs(briefPdf);
