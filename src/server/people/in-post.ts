import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { PersonState } from '#core/people/person-state.ts';
import type { Tables } from '#server/database/schema.ts';

type OfPerson = ExpressionBuilder<Tables, 'person'>;

/** `where(hasNotLeft(on))`: whose last day is not over on a local day, as ISO text. Whoever is still to join counts too. */
export const hasNotLeft =
  (on: string) =>
  (eb: OfPerson): Expression<SqlBool> =>
    eb.or([eb('person.leaves_on', 'is', null), eb('person.leaves_on', '>=', on)]);

const hasBegun = (on: string) => (eb: OfPerson) =>
  eb.or([eb('person.starts_on', 'is', null), eb('person.starts_on', '<=', on)]);

/** `where(inPost(on))`: who works in the house on a local day, absent or not. A team that ended has people in post; whoever counts teams asks that too. */
export const inPost =
  (on: string) =>
  (eb: OfPerson): Expression<SqlBool> =>
    eb.and([hasNotLeft(on)(eb), hasBegun(on)(eb)]);

/** `where(isIn(state, on))`: the same words as `personState` of core/people, for the store to look up. */
export const isIn =
  (state: PersonState, on: string) =>
  (eb: OfPerson): Expression<SqlBool> => {
    const isAway = eb('person.away_until', '>=', on);
    switch (state) {
      case 'left':
        return eb('person.leaves_on', '<', on);
      case 'joining':
        return eb.and([hasNotLeft(on)(eb), eb('person.starts_on', '>', on)]);
      case 'away':
        return eb.and([inPost(on)(eb), isAway]);
      case 'in-post':
        return eb.and([inPost(on)(eb), eb.or([eb('person.away_until', 'is', null), eb.not(isAway)])]);
    }
  };
