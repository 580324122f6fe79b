import type { ExposureItem } from '#core/exposure/exposure.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Starter } from '../schema/starter.ts';

/** What is known of a team that starts: from its sector and roles the rest can be guessed. */
export type StartingTeam = {
  sector: string | null;
  roles: readonly string[];
  items: readonly Pick<ExposureItem, 'name' | 'input'>[];
  routes: readonly string[];
  systems: readonly string[];
};

export type StarterItem = { name: string; input: string; family: string | null };

/** What teams like it usually depend on. */
export type TeamStarter = {
  /** Those that it does not have yet. */
  items: readonly StarterItem[];
  /** Its own first, for a list that is taken in replaces the one before. */
  routes: readonly string[];
  systems: readonly string[];
};

/** What a team of this sector and these roles usually depends on, the list of its sector first. Without a sector it is that of its roles. Pure. */
export function teamStarter(
  { starters, vocabulary }: Pick<Catalogue, 'starters' | 'vocabulary'>,
  team: StartingTeam,
): TeamStarter {
  const ofSector = starters.flatMap((list) => ('sector' in list && list.sector === team.sector ? [list] : []));
  const ofRoles = starters.flatMap((list) => ('role' in list && team.roles.includes(list.role) ? [list] : []));
  const lists: readonly Starter[] = [...ofSector, ...ofRoles];
  const families = new Map(vocabulary.inputs.map(({ id, family }) => [id, family ?? null]));
  return {
    items: notYetHad(lists, team.items).map((item) => ({ ...item, family: families.get(item.input) ?? null })),
    routes: [...new Set([...team.routes, ...ofSector.flatMap(({ routes }) => routes)])],
    systems: [...new Set([...team.systems, ...lists.flatMap(({ systems }) => systems)])],
  };
}

/** The items of the lists, each input and each name once, without those that the team has under either. */
function notYetHad(lists: readonly Starter[], had: StartingTeam['items']): Starter['items'] {
  const inputs = new Set(had.map(({ input }) => input));
  const names = new Set(had.map(({ name }) => name.toLowerCase()));
  return lists
    .flatMap(({ items }) => items)
    .filter(({ input, name }) => {
      if (inputs.has(input) || names.has(name.toLowerCase())) return false;
      inputs.add(input);
      names.add(name.toLowerCase());
      return true;
    });
}
