/** The rooms of the site: the header names them, a second row the pages of the one that one is in, the foot all of them. */
export const rooms = [
  {
    id: 'cases',
    href: '/library/',
    pages: [
      { id: 'library', href: '/library/' },
      { id: 'atlas', href: '/atlas/' },
      { id: 'sectors', href: '/sectors/' },
      { id: 'companies', href: '/companies/' },
      { id: 'onThisDay', href: '/on-this-day/' },
      { id: 'printedIndex', href: '/index-of-cases/' },
    ],
    below: ['/cases/'],
  },
  {
    id: 'lessons',
    href: '/lessons/',
    pages: [
      { id: 'rules', href: '/lessons/' },
      { id: 'glossary', href: '/glossary/' },
    ],
    below: ['/compare/'],
  },
  {
    id: 'session',
    href: '/modules/',
    pages: [
      { id: 'modules', href: '/modules/' },
      { id: 'classify', href: '/classify/' },
      { id: 'safeguards', href: '/sample/safeguards/' },
    ],
    below: [],
  },
  {
    id: 'law',
    href: '/world/',
    pages: [
      { id: 'states', href: '/world/' },
      { id: 'programmes', href: '/programmes/' },
      { id: 'code', href: '/sample/code/' },
    ],
    below: [],
  },
  {
    id: 'how',
    href: '/about/',
    pages: [
      { id: 'about', href: '/about/' },
      { id: 'mail', href: '/sample/mail/' },
      { id: 'brief', href: '/sample/brief/' },
      { id: 'evidence', href: '/evidence/' },
      { id: 'licences', href: '/licences/' },
    ],
    below: [],
  },
] as const;

export type Room = (typeof rooms)[number];

/** The room of a page, by its path in the first language; none at home, on the desk and on what is made for one person. Pure. */
export function roomOf(path: string): Room | undefined {
  return rooms.find(({ pages, below }) =>
    [...pages.map(({ href }) => href), ...below].some((start) => path.startsWith(start)),
  );
}
