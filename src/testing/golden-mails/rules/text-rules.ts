import { columnsWide } from '#i18n/text-width.ts';
import { faultIf, found, isLetter, type MailRule } from './mail-rule.ts';

const linesOf = (text: string) => text.split('\n');
const hasLink = (line: string) => line.includes('://');

/** Signs beside a word, which Thunderbird makes bold, italic or underlined, and faces, which it makes pictures. */
const markup = /(?<=^|\s)([*_/|])(?=\S)[^\n]*?\S\1(?=$|[\s.,;:)])|(?<=^|\s)[:;8]-?[()DP](?=$|\s)/gm;

/** The plain text as programs show it that show nothing else. */
export const textRules: readonly MailRule[] = [
  {
    name: 'at most 78 columns a line, a Japanese letter taking two',
    why: 'A terminal has 80; a line that breaks by itself breaks in the wrong place.',
    source: 'RFC 5322 2.1.1; RFC 3676 4.2; Unicode TR 11',
    faults: ({ text }) => linesOf(text).filter((line) => columnsWide(line) > 78 && !hasLink(line)),
    spoiling: { in: 'text', find: /Nodomoto/, put: `Nodomoto ${'供給'.repeat(20)}` },
  },
  {
    name: 'a link stands alone on its line and ends in a letter or digit',
    why: 'Programs end a link before "-", "." or ")", and in Japanese text take the letters after it into the link.',
    source: 'Thunderbird mozTXTToHTMLConv; RFC 3986 appendix C',
    faults: ({ text }) =>
      linesOf(text).filter((line) => hasLink(line) && !/^ *https:\/\/[!-~]*[A-Za-z0-9/]$/.test(line)),
    spoiling: { in: 'text', find: /(https:\S+)/, put: '$1-' },
  },
  {
    name: 'a link of an answer fits 80 columns',
    why: 'mutt breaks a longer one, and what is cut off first is the answer.',
    source: 'issue 12, found 14; mutt pager',
    faults: ({ text }) => linesOf(text).filter((line) => /\/n\/\S+\?/.test(line) && line.length > 80),
    spoiling: { in: 'text', find: /\?c=/, put: '?the-choice=' },
  },
  {
    name: 'no format=flowed, no blank at the end of a line',
    why: 'Unless written for it, flowed text joins the lines of addresses and squares.',
    source: 'RFC 3676',
    faults: ({ text, parts }) => [
      ...parts.filter(({ type }) => type.includes('flowed')).map(({ type }) => type),
      ...found(text, /.*[ \t]+$/gm),
    ],
    spoiling: { in: 'text', find: /$/m, put: ' ' },
  },
  {
    name: 'no line that means something else in mail',
    why: '"> " is a quotation, "-- " the end of what is read.',
    source: 'RFC 3676 4.3 and 4.5',
    faults: ({ text }) => found(text, /^(?:>|-- ?$).*/gm),
    spoiling: { in: 'text', find: /\* \* \*/, put: '-- ' },
  },
  {
    name: 'nothing that Thunderbird would draw as bold, as italic or as a face',
    why: 'What looks like markup is shown as such.',
    source: 'Thunderbird mozTXTToHTMLConv, mail.display_struct and display_glyph',
    faults: ({ text }) =>
      found(
        linesOf(text)
          .filter((line) => !hasLink(line))
          .join('\n'),
        markup,
      ),
    spoiling: { in: 'text', find: /Your team/, put: '*Your* team' },
  },
  {
    name: 'paragraphs parted by one blank line, and no control character',
    why: 'It reads as well as the page.',
    source: 'docs: the mail reads as well in text',
    faults: ({ text }) => found(text, /\n{3,}|^\n|[^\P{Cc}\n]|\ufffd/gu),
    spoiling: { in: 'text', find: /\r\n\r\n/, put: '\r\n\r\n\r\n' },
  },
  {
    name: 'as many squares are full as the sentence beside them says',
    why: 'Who counts them would believe neither.',
    source: 'issue 12, found 14',
    faults: (mail) => {
      if (isLetter(mail)) return [];
      const said = countSaid(mail.text.replace(/\n/g, mail.language === 'ja' ? '' : ' '));
      const full = [mail.text, mail.html].map((part) => found(part, /■/g).length);
      return faultIf(
        full.some((count) => count !== said),
        `${said} said, ${full.join(' and ')} drawn`,
      );
    },
    spoiling: { in: 'text', find: /■/, put: '□' },
  },
];

const words = 'None One Two Three Four Five Six Seven Eight Nine Ten'.split(' ');

/** The number that a reader takes from the sentence on the team. */
function countSaid(text: string): number {
  const alone = /Only you are in it, and (you would likely)?|あなた一人です。この教訓(を、今日も思い出せる)?/.exec(
    text,
  );
  if (alone) return alone[1] || alone[2] ? 1 : 0;
  const japanese = /人のうち、おそらく(\d+)人が/.exec(text)?.[1];
  if (japanese || text.includes('おそらくいません')) return Number(japanese ?? 0);
  const [, word = ''] = /(\w+) of \w+ of you would/.exec(text) ?? [];
  return words.includes(word) ? words.indexOf(word) : Number(word);
}
