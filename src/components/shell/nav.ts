/** What stands in the header. The desk is for trainers and is reached from the foot. */
export const navItems = [
  { id: 'library', href: '/library/' },
  { id: 'lessons', href: '/lessons/' },
  { id: 'atlas', href: '/atlas/' },
  { id: 'modules', href: '/modules/' },
  { id: 'about', href: '/about/' },
] as const;

/** What stands in the foot beside the items of the header. */
export const footItems = [
  { id: 'sectors', href: '/sectors/' },
  { id: 'states', href: '/world/' },
  { id: 'programmes', href: '/programmes/' },
  { id: 'companies', href: '/companies/' },
  { id: 'onThisDay', href: '/on-this-day/' },
  { id: 'printedIndex', href: '/index-of-cases/' },
  { id: 'classify', href: '/classify/' },
  { id: 'glossary', href: '/glossary/' },
  { id: 'evidence', href: '/evidence/' },
  { id: 'licences', href: '/licences/' },
] as const;

export type NavItem = (typeof navItems)[number]['id'] | 'desk';
