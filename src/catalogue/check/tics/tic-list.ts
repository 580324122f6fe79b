import { type CaseProse, storySentences } from './case-prose.ts';

/** What a tic stands in: a page, a sentence of a story, a question or a mail. */
export type TicUnit = 'pages' | 'sentences' | 'questions' | 'mails';

/** A habit of the prose that nobody minds once, and everybody hears the tenth time. */
export type Tic = {
  id: string;
  says: string;
  of: TicUnit;
  /** The largest share of units that may have it. */
  most: number;
  /** Its share in the 36 cases before they were rewritten (November 2026). */
  before: number;
  /** The texts of a case that have it, and out of how many. */
  find: (prose: CaseProse) => { found: string[]; of: number };
};

const words = (sentence: string) => sentence.split(/\s+/).length;

/** At most one finding a page: whether it has any, or more than `allowed`. */
const onPage = (texts: string[], allowed = 0) => ({ found: texts.length > allowed ? texts : [], of: 1 });

const last = (sentences: readonly string[]) => sentences.slice(-1);
const first = (sentences: readonly string[]) => sentences.slice(0, 1);

const saying = (pattern: RegExp) => (sentence: string) => pattern.test(sentence);

/** What was looked for and not found, or is not said: of sources, not of people. */
const noRecord = saying(
  /\bno record\b|\bno (?:\w+ )?(?:account|figure|trace|subsidy|plan)s?\b[^.]*\bfound\b|\bnor was (?:one|it) found|\b(?:sources?|accounts?|records?|reports?|papers?|stories)\b[^.]{0,40}\b(?:do|does|did) not (?:say|record|tell)|\bcannot say\b|\bnot recorded\b|\bnone of the (?:sources|accounts)\b|\bthe sources [^.]*\bname no\b/i,
);
const absence = saying(/\b(?:no|nor|nobody|nothing|never|none|neither|no longer)\b/i);
const hadToDecide = saying(/\b(?:had|have|has) to (?:decide|choose|say|tell|give|answer|write|date)\b/i);
const wasSeen = saying(
  /^(?:Some|Many|Most|They|Much|Somebody)\b.{0,24}\b(?:did|had|seen|saw)\b|^The \w+ (?:was|were) (?:public|no secret|known)/,
);
const isNot = saying(
  /^(?:(?:A|An|The|One|That|What|Such)\b)?[^,;:0-9]{2,40}? (?:is|are) (?:not|no|never|seldom|rarely)\b/,
);
const gnomic = saying(
  /^(?:A|An|No) [a-z][a-z' -]{1,50}? (?:is|are|does|has|shows?|sounds?|looks?|tells?|says?|knows?|needs?|holds?|can|cannot|means|keeps?|makes?)\b/,
);
/** "A look is not a test.": short, of no time and nobody. */
const maxim = (sentence: string) =>
  words(sentence) <= 12 && !/\d/.test(sentence) && (isNot(sentence) || gnomic(sentence));
const notBut = saying(/\bnot (?:only |just |merely )?[^.;:]{2,50}?,? but\b|\bno longer [^.;:]{2,40}?,? but\b/i);
/** Three things of a kind that are neither names nor figures, which a list of facts needs. */
const threeThings = saying(
  /\b[\p{Ll}'’-]+(?: [\p{Ll}'’-]+){0,3}, [\p{Ll}'’-]+(?: [\p{Ll}'’-]+){0,3},? (?:and|or) [\p{Ll}'’-]+|\b(?:an?|the) [\p{Ll} '’-]{2,30}, (?:an?|the) [\p{Ll} '’-]{2,30}, (?:an?|the) [\p{Ll} '’-]{2,30}[.,:]/iu,
);
const ofThree = (sentence: string) => threeThings(sentence) && !/\d|\s\p{Lu}/u.test(sentence);
const asked = saying(/^Ask\b|\?$/);

/** Every tic that is counted. A new one needs a measure of today's share and a limit; see docs/writing-a-case.md. */
export const tics: readonly Tic[] = [
  {
    id: 'same-opens-you',
    says: '"Where you may be the same" opens with "You"',
    of: 'pages',
    most: 0.25,
    before: 1,
    find: ({ sections }) => onPage(first(sections.same).filter(saying(/^You\b/))),
  },
  {
    id: 'unseen-opens-seen',
    says: '"Why nobody saw it" opens by saying that some did, or that it was public',
    of: 'pages',
    most: 0.15,
    before: 0.25,
    find: ({ sections }) => onPage(first(sections.unseen).filter(wasSeen)),
  },
  {
    id: 'opening-ends-had-to',
    says: 'what happened ends on somebody who had to decide',
    of: 'pages',
    most: 0.25,
    before: 0.67,
    find: ({ sections }) => onPage(last(sections.happened).filter(hadToDecide)),
  },
  {
    id: 'same-ends-asking',
    says: '"Where you may be the same" ends on an order to ask, or a question',
    of: 'pages',
    most: 0.15,
    before: 0.14,
    find: ({ sections }) => onPage(last(sections.same).filter(asked)),
  },
  {
    id: 'ends-on-absence',
    says: 'the page ends on an absence',
    of: 'pages',
    most: 0.2,
    before: 0.78,
    find: ({ sections }) => onPage(last(sections.forgotten).filter((text) => absence(text) || noRecord(text))),
  },
  {
    id: 'mail-ends-on-absence',
    says: 'the mail ends on an absence',
    of: 'mails',
    most: 0.2,
    before: 0.42,
    find: ({ mail }) => onPage(last(mail).filter((text) => absence(text) || noRecord(text))),
  },
  {
    id: 'no-record',
    says: 'something is told of what was not found or recorded',
    of: 'pages',
    most: 0.33,
    before: 1,
    find: (prose) => onPage(storySentences(prose).filter(noRecord)),
  },
  {
    id: 'sources-read',
    says: '"the sources read for this case" or "read here"',
    of: 'pages',
    most: 0.15,
    before: 0.5,
    find: (prose) => onPage(storySentences(prose).filter(saying(/\bread (?:for this case|here)\b/))),
  },
  {
    id: 'maxims',
    says: 'more than one maxim ("A look is not a test.")',
    of: 'pages',
    most: 0.1,
    before: 0.25,
    find: (prose) => onPage(storySentences(prose).filter(maxim), 1),
  },
  {
    id: 'not-but',
    says: '"not X but Y"',
    of: 'sentences',
    most: 0.003,
    before: 0,
    find: (prose) => inSentences(prose, notBut),
  },
  {
    id: 'threes',
    says: 'a list of three',
    of: 'sentences',
    most: 0.03,
    before: 0.033,
    find: (prose) => inSentences(prose, ofThree),
  },
  {
    id: 'a-buyer-who',
    says: '"A buyer who ..." for the reader who might have known',
    of: 'pages',
    most: 0.15,
    before: 0.28,
    find: (prose) =>
      onPage(
        storySentences(prose).filter(saying(/\b(?:A|Any) (?:buyer|planner|customer|board|firm|reader) (?:who|that)\b/)),
      ),
  },
  {
    id: 'nobody',
    says: 'more than one sentence on what nobody did, saw or knew',
    of: 'pages',
    most: 0.2,
    before: 0.19,
    find: (prose) => onPage(storySentences(prose).filter(saying(/\bnobody\b/i)), 1),
  },
];

function inSentences(prose: CaseProse, has: (sentence: string) => boolean): { found: string[]; of: number } {
  const all = storySentences(prose);
  return { found: all.filter(has), of: all.length };
}
