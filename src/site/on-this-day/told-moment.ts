/** A moment of a case as `/on-this-day/<month>.json` tells it to the script that looks for the week: told, dated and linked in the page's language. */
export type ToldMoment = {
  on: string;
  began: boolean;
  date: string;
  text: string;
  event: string;
  title: string;
  href: string;
  /** What is said of it from a day on, where it held until the day before. */
  held?: { from: string; says: string };
  /** The language of the three texts, where it is not the page's. */
  lang?: string;
};

/** The file comes from our own build, which may be older or newer than the script. */
export function areToldMoments(value: unknown): value is ToldMoment[] {
  return Array.isArray(value) && value.every(isToldMoment);
}

function isToldMoment(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const fields = new Map<string, unknown>(Object.entries(value));
  const texts = ['on', 'date', 'text', 'event', 'title', 'href'];
  return (
    texts.every((name) => typeof fields.get(name) === 'string') &&
    typeof fields.get('began') === 'boolean' &&
    isHeld(fields.get('held'))
  );
}

function isHeld(value: unknown): boolean {
  if (value === undefined) return true;
  if (typeof value !== 'object' || value === null) return false;
  const fields = new Map<string, unknown>(Object.entries(value));
  return typeof fields.get('from') === 'string' && typeof fields.get('says') === 'string';
}
