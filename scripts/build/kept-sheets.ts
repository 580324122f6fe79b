import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Raised when the printing itself changes, so that every sheet is printed anew. */
const printing = '3';

export type Sheet = {
  /** Address of the page, as `/cases/aisin-fire-1997/huddle/`. */
  page: string;
  /** Where the PDF goes, inside the site folder. */
  pdf: string;
  /** A digest of everything its looks depend on; the kept PDF bears it as its name. */
  digest: string;
};

/** The pages that are paper: huddle sheets, and the index of the library. Nothing else is opened to look. */
const paperPage = /(?:huddle|index-of-cases)[\\/]index\.html$/;

/** The pages of the built site that name a PDF of their own in their head. */
export function sheetsOf(site: string): Sheet[] {
  const pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((name) => paperPage.test(name));
  return pages.sort().flatMap((name) => {
    const html = readFileSync(join(site, name), 'utf8');
    const pdf = /<link rel="alternate" type="application\/pdf" href="\/([^"]+)"/.exec(html)?.[1];
    if (!pdf) return [];
    return [{ page: `/${pdf.replace(/\.pdf$/, '/')}`, pdf, digest: digestOf(site, html) }];
  });
}

/** Scripts and the policy about them change with other pages, and leave no mark on paper. */
function digestOf(site: string, html: string): string {
  const seen = html
    .replace(/<script\b.*?<\/script>/gs, '')
    .replace(/<meta http-equiv="content-security-policy"[^>]*>/gi, '')
    .replace(/<link rel="preload"[^>]*>/g, '');
  const digest = createHash('sha256')
    .update(printing)
    .update(seen.replace(/\/_astro\/[^"]+\.css/g, ''));
  for (const [, path = ''] of html.matchAll(/<link rel="stylesheet" href="\/([^"]+)"/g))
    digest.update(readFileSync(join(site, path)));
  return digest.digest('hex').slice(0, 32);
}

/** Kept between builds, so that a sheet is printed only when it changed. */
export class KeptSheets {
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  fileOf(digest: string): string {
    return join(this.folder, `${digest}.pdf`);
  }

  has(digest: string): boolean {
    return existsSync(this.fileOf(digest));
  }

  /** Written aside and moved into place, so that a build that is stopped leaves no half sheet behind. */
  keep(digest: string, pdf: Buffer): void {
    const aside = `${this.fileOf(digest)}.part`;
    writeFileSync(aside, pdf);
    renameSync(aside, this.fileOf(digest));
  }

  /** Those of pages that changed or went are of no more use. */
  dropAllBut(digests: ReadonlySet<string>): void {
    for (const name of readdirSync(this.folder).filter((kept) => kept.endsWith('.pdf'))) {
      if (!digests.has(name.replace(/\.pdf$/, ''))) rmSync(join(this.folder, name));
    }
  }
}
