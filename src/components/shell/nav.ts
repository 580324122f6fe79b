/** What stands in the header. The desk is for trainers and is reached from the foot. */
export const navItems = [
  { id: 'library', href: '/library/' },
  { id: 'lessons', href: '/lessons/' },
  { id: 'modules', href: '/modules/' },
  { id: 'about', href: '/about/' },
] as const;

export type NavItem = (typeof navItems)[number]['id'] | 'desk';
