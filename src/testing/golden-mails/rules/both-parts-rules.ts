import { blocksOf, linksOf, textOf } from '../mail-page.ts';
import type { ReadMail } from '../read-mail.ts';
import { faultIf, found, type MailRule } from './mail-rule.ts';

const linksInText = (text: string) => found(text, /https?:\S+/g);

/** Letters and figures only: the parts set their labels apart in different ways, and a heading is in capitals in one of them. */
const bare = (text: string) => text.toUpperCase().replace(/[^\p{L}\p{N}■□]/gu, '');

/** What a reader of the text reads, a paragraph each, without links. */
function saidIn(text: string): string[] {
  const paragraphs = text.split(/\n(?:\s*https:\S+(?:\n|$)|\n)/);
  return paragraphs
    .map((paragraph) => paragraph.trim().replace(/https:\S+/g, ''))
    .filter((paragraph) => bare(paragraph));
}

function bareBlocks({ page }: ReadMail): string[] {
  return blocksOf(page).map(bare).filter(Boolean);
}

export const bothPartsRules: readonly MailRule[] = [
  {
    name: 'MPART_ALT_DIFF: whatever the page says, the text says',
    why: 'A text that says something else than the page is how filters are deceived, and whoever reads it is worse off.',
    source: 'SA 20_body_tests.cf; R R_PARTS_DIFFER; RFC 2046 5.1.4',
    faults: (mail) => {
      const text = bare(mail.text.replace(/https:\S+/g, ''));
      return bareBlocks(mail).filter((block) => !text.includes(block));
    },
    spoiling: { in: 'html', find: /<h1/, put: '<p>Only the page says this.</p><h1' },
  },
  {
    name: 'MPART_ALT_DIFF_COUNT: whatever the text says, the page says',
    why: 'The same, from the other side.',
    source: 'SA 20_body_tests.cf; R R_PARTS_DIFFER',
    faults: (mail) => {
      const page = bareBlocks(mail).join('');
      return saidIn(mail.text).filter((paragraph) => !page.includes(bare(paragraph)));
    },
    spoiling: { in: 'text', find: /$/, put: '\r\n\r\nOnly the text says this.' },
  },
  {
    name: 'URI_COUNT_ODD: the same links in the same order',
    why: 'Every link of the page is in the text, whole. rspamd counts both together and mistrusts an odd number.',
    source: 'R rules/misc.lua; issue 12, found 14',
    faults: ({ text, tags }) => {
      const [inText, inPage] = [linksInText(text), linksOf(tags)];
      return faultIf(inText.length === 0 && inPage.length > 0, 'none in the text').concat(
        faultIf(inText.join('\n') !== inPage.join('\n'), [...inText, '|', ...inPage].join(' ')),
      );
    },
    spoiling: { in: 'text', find: /https:\S+/, put: '' },
  },
  {
    name: 'NUMERIC_HTTP_ADDR, WEIRD_PORT, HTTP_TO_HTTPS, URI_HIDDEN_PATH, no redirector',
    why: 'Every link leads to this site itself, over https.',
    source: 'SA 20_uri_tests.cf, 25_url_shortener.cf; R',
    faults: ({ tags, text }) =>
      [...linksOf(tags), ...linksInText(text)].filter(
        (link) => !/^https:\/\/nodomoto\.your-company\.com\/[\w./?=#-]+$/.test(link),
      ),
    spoiling: { in: 'html', find: /https:\/\/nodomoto/, put: 'http://192.0.2.1/?u=https://nodomoto' },
  },
  {
    name: 'a link that answers, leaves or signs in is signed',
    why: 'Nobody can answer for another by changing a number.',
    source: 'docs/architecture.md; CWE-639',
    faults: ({ text }) =>
      linksInText(text).filter(
        (link) =>
          /\/(?:n|u|desk\/enter)\//.test(link) &&
          !/\/(?:[nu]\/[nu][0-9a-z]\.\w+\.\w+\.[\w-]{22}|(?:desk\/enter|u\/digest|u\/near-misses)\/[\w-]{32,})(?:[/?#]|$)/.test(
            link,
          ),
      ),
    spoiling: { in: 'text', find: /(\/n\/n\w\.\w+\.\w+\.)[\w-]+/, put: '$1short' },
  },
  {
    name: 'R_SUSPICIOUS_URL, PHISHING: no link says another address than it opens',
    why: 'A link that shows an address is compared with the one it opens.',
    source: 'R phishing; SA URI_TRUNCATED, __SPOOFED_URL',
    faults: ({ tags }) =>
      tags
        .filter(({ name }) => name === 'a')
        .map((tag) => textOf(tag).trim())
        .filter((label) => label === '' || /:\/\/|www\.|\.\w+\//.test(label)),
    spoiling: { in: 'html', find: /(<a[^>]*>)/, put: '$1https://your-bank.example/ ' },
  },
  {
    name: 'UPPERCASE_50_75, EXCLAIM, BODY_BAIT',
    why: 'No shouting, no bait.',
    source: 'SA 20_body_tests.cf, 20_phrases.cf; the voice of this house',
    faults: ({ page }) => {
      const said = blocksOf(page).join('\n');
      const capitals = found(said, /\p{Lu}/gu).length;
      return [
        ...faultIf(capitals * 2 > found(said, /\p{L}/gu).length && capitals > 20, `${capitals} capitals`),
        ...found(said, /!|click here|act now|dear (?:friend|customer)|100 ?% free|no obligation|this is not spam/gi),
      ];
    },
    spoiling: { in: 'html', find: /<h1[^>]*>/, put: '$&Click here! ' },
  },
];
