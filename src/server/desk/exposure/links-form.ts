import type { Vocabulary } from '#catalogue/schema/vocabulary.ts';
import type { TeamLinkKind } from '#core/exposure/exposure.ts';

const site = /^[A-Z]{2} \S/;

export type LinksOutcome =
  | { ok: true; links: Record<TeamLinkKind, string[]> }
  /** The line of the sites that is none. */
  | { ok: false; site: string };

/** Reads ticked routes and systems, and sites written one on a line as `JP Nagoya plant`. Words that the vocabulary has not are left out. */
export function readLinks(form: FormData, { routes, systems }: Vocabulary): LinksOutcome {
  const ticked = (name: string, known: readonly { id: string }[]) =>
    form.getAll(name).filter((word): word is string => known.some(({ id }) => id === word));
  const sites = String(form.get('sites') ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const wrong = sites.find((line) => !site.test(line) || line.length > 80);
  if (wrong !== undefined) return { ok: false, site: wrong };
  return { ok: true, links: { route: ticked('route', routes), system: ticked('system', systems), site: sites } };
}
