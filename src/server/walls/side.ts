/** Whose desk it is: the house's, or that of a firm it buys from. Between the two stands a wall, which neither sees over. */
export type Side = { of: 'house' } | { of: 'supplier'; id: number };

export const houseSide: Side = { of: 'house' };
