import type { ContentFault } from './check/content-fault.ts';
import { headingsIn, storySections } from './story-sections.ts';

/** The elements an author may place, each exactly once, apart from Cite. */
const placedOnce = ['Timeline', 'Decision', 'Contrast', 'Fading'] as const;

const citePattern = /<Cite\s+of="([^"]*)"\s*\/>/g;
const figurePattern = /\d|\b(?:per cent|hundreds?|thousands?|million|billion|dozens?)\b/i;

/** Sentences, each with the Cite elements that follow its full stop. */
export function sentencesOf(paragraph: string): string[] {
  return paragraph.split(/(?<=[.!?][”"’)]*(?:\s*<Cite[^>]*\/>)*)\s+(?=[^<\s])/).map((sentence) => sentence.trim());
}

export function paragraphsOf(body: string): string[] {
  return body
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block && !block.startsWith('#') && !/^<\w+\s*\/>$/.test(block));
}

function shorten(sentence: string): string {
  const plain = sentence.replace(citePattern, '').replace(/\s+/g, ' ');
  return plain.length > 70 ? `${plain.slice(0, 67)}...` : plain;
}

/** Every source id that the body cites, as often as it cites it, in the order of the text. */
export function citationsIn(body: string): string[] {
  return [...body.matchAll(citePattern)].flatMap((match) => (match[1] ?? '').split(/\s+/).filter(Boolean));
}

/** Every source id that the body cites, once each, in the order of their first citation. */
export function citedSources(body: string): string[] {
  return [...new Set(citationsIn(body))];
}

/** Words a minute that adults read of English non-fiction in silence, over 190 studies (Brysbaert 2019). */
const wordsPerMinute = 238;

/** Minutes for everything that a page has one read, elements taken out; at least one. */
export function readingMinutes(told: readonly string[]): number {
  const words = told
    .join(' ')
    .replace(/<[^>]+>/g, ' ')
    .split(/\s+/)
    .filter(Boolean).length;
  return Math.max(1, Math.round(words / wordsPerMinute));
}

/** The story up to its decision, as plain paragraphs: what somebody may read before choosing, for it gives nothing away. */
export function openingOf(body: string): string[] {
  const [before = ''] = body.split('<Decision />');
  return paragraphsOf(before).map(plainText);
}

/** Prose without its citations, links and emphasis, on one line. */
export function plainText(prose: string): string {
  return prose
    .replace(citePattern, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_]{1,2}(\S(?:.*?\S)?)[*_]{1,2}/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What is wrong with a case's prose: its sections, placed elements, imports, and sentences that state a figure uncited. */
export function checkStoryBody(file: string, body: string, headings: readonly string[]): ContentFault[] {
  return [...sectionFaults(file, body, headings), ...elementFaults(file, body), ...citationFaults(file, body)];
}

/** As many sections as the original, and the same elements; the figures were checked in the original. */
export function checkTranslatedBody(file: string, body: string): ContentFault[] {
  const sections = headingsIn(body).length;
  const missing =
    sections === storySections.length
      ? []
      : [
          {
            file,
            field: 'headings',
            wrong: `it has ${sections} sections`,
            mend: `Translate the ${storySections.length} of the original, in their order.`,
          },
        ];
  return [...missing, ...elementFaults(file, body)];
}

function sectionFaults(file: string, body: string, headings: readonly string[]): ContentFault[] {
  const found = headingsIn(body);
  if (found.join('|') === headings.join('|')) return [];
  return [
    {
      file,
      field: 'headings',
      wrong: `the sections are "${found.join('", "')}"`,
      mend: `Use these five, in this order: "${headings.join('", "')}"; headings of the case's own stand under headings in its front matter.`,
      rule: { code: 'odd-parts', facts: null },
    },
  ];
}

function elementFaults(file: string, body: string): ContentFault[] {
  const faults: ContentFault[] = [];
  for (const name of placedOnce) {
    const times = body.split(`<${name} />`).length - 1;
    if (times === 1) continue;
    faults.push({
      file,
      field: `<${name} />`,
      wrong: times === 0 ? 'this element is missing' : `this element stands ${times} times`,
      mend: 'Place it exactly once, on a line of its own.',
      rule: { code: 'odd-parts', facts: null },
    });
  }
  if (/^(import|export)\s/m.test(body)) {
    faults.push({
      file,
      field: 'body',
      wrong: 'content holds an import or export',
      mend: 'Take it out; the page supplies the elements.',
      rule: { code: 'odd-parts', facts: null },
    });
  }
  return faults;
}

function citationFaults(file: string, body: string): ContentFault[] {
  return paragraphsOf(body)
    .flatMap(sentencesOf)
    .filter((sentence) => figurePattern.test(sentence.replace(citePattern, '')) && !sentence.includes('<Cite'))
    .map((sentence) => ({
      file,
      field: 'body',
      wrong: `"${shorten(sentence)}" states a figure or date without a citation`,
      mend: 'End the sentence with <Cite of="source-id" />.',
      rule: { code: 'uncited', facts: { said: shorten(sentence) } },
    }));
}
