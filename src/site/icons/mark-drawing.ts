/** The mark: an ember in the middle of its glow. Circles about the centre of a square of 24, the outermost first. */
export const markCircles = [
  { radius: 11.5, opacity: 0.09 },
  { radius: 8.5, opacity: 0.18 },
  { radius: 5.25, opacity: 1 },
] as const;

/** `--ember` and `--paper` of tokens.css: an icon stands outside every page and reads no style of ours. */
export const markColours = { light: '#b8371a', dark: '#ff8a5c', ground: '#fbf8f3' } as const;

const circles = markCircles
  .map(({ radius, opacity }) => `<circle cx="12" cy="12" r="${radius}" opacity="${opacity}"/>`)
  .join('');

/** The mark as a file of its own, for a browser's tab: the ember of day, and that of night where the reader's system is dark. */
export function markSvg(title: string): string {
  const night = `@media (prefers-color-scheme:dark){g{fill:${markColours.dark}}}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><title>${title}</title><style>${night}</style><g fill="${markColours.light}">${circles}</g></svg>`;
}

/** The mark for the home screen of a phone, which rounds the corners itself and shows black where there is no ground. */
export function touchIconSvg(): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 32 32"><path fill="${markColours.ground}" d="M-4-4h32v32h-32z"/><g fill="${markColours.light}">${circles}</g></svg>`;
}
