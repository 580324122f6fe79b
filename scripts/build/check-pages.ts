import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ContentError, type ContentFault } from '#catalogue/check/content-fault.ts';

/** Paths that are answered by the server and have no file. */
const onDemand = /^\/(desk|inbox|me|n|report|u|privacy|ja\/privacy)(\/|$)/;

/**
 * Looks at the pages as they were built: a link inside the site that leads nowhere, a fragment that no element carries, an image without
 * alternative text. Whoever wrote it, author or programmer, the build stops. @throws ContentError naming each.
 */
export function checkPages(site: string): void {
  const pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
  const texts = new Map(pages.map((name) => [join(site, name), readFileSync(join(site, name), 'utf8')]));
  const faults = [...texts].flatMap(([file, text]) => [
    ...linkFaults(site, file, text, texts),
    ...imageFaults(site, file, text),
  ]);
  if (faults.length > 0) throw new ContentError(faults);
}

function linkFaults(site: string, file: string, text: string, texts: ReadonlyMap<string, string>): ContentFault[] {
  const links = new Set([...text.matchAll(/<a\s[^>]*?href="([^"]*)"/g)].map((match) => match[1] ?? ''));
  return [...links].flatMap((link) => {
    const wrong = whatIsWrong(site, file, decodeEntities(link), texts);
    return wrong
      ? [{ file: relative(site, file), field: link, wrong, mend: 'Correct the link, or make what it leads to.' }]
      : [];
  });
}

function whatIsWrong(site: string, file: string, link: string, texts: ReadonlyMap<string, string>): string | null {
  if (!link.startsWith('/') && !link.startsWith('#')) return null;
  const [address = '', fragment = ''] = link.split('#');
  const path = address.split('?')[0] ?? '';
  if (onDemand.test(path)) return null;
  const target = path === '' ? file : fileOf(site, path);
  if (!target) return 'the link leads to no page';
  if (!fragment) return null;
  return texts.get(target)?.includes(`id="${decodeURIComponent(fragment)}"`) === false
    ? `no element has the id "${fragment}"`
    : null;
}

function fileOf(site: string, path: string): string | null {
  const candidates = [join(site, path, 'index.html'), join(site, path), join(site, `${path}.html`)];
  return candidates.find((candidate) => existsSync(candidate)) ?? null;
}

function imageFaults(site: string, file: string, text: string): ContentFault[] {
  return [...text.matchAll(/<img\s[^>]*>/g)]
    .map((match) => match[0])
    .filter((image) => !/\salt="[^"]/.test(image))
    .map((image) => ({
      file: relative(site, file),
      field: /src="([^"]*)"/.exec(image)?.[1] ?? 'img',
      wrong: 'the image has no alternative text',
      mend: 'Say in alt what it shows.',
    }));
}

function decodeEntities(text: string): string {
  return text.replaceAll('&#38;', '&').replaceAll('&amp;', '&');
}
