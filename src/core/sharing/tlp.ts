/** The Traffic Light Protocol 2.0 of FIRST (August 2022), from the widest to the narrowest: the source sets the label, and nobody else widens it. */
export const tlpLabels = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;
export type Tlp = (typeof tlpLabels)[number];

/** What may be handed to another organisation, and so what a file that is shared may say of a piece of its own. */
export const sharedLabels = ['GREEN', 'CLEAR'] as const satisfies readonly Tlp[];
export type SharedLabel = (typeof sharedLabels)[number];

/** Whether another organisation may be given it. GREEN is for the community, AMBER for one's own organisation and its clients, RED for its reader. */
export function mayPassOn(label: Tlp): label is SharedLabel {
  return sharedLabels.some((shared) => shared === label);
}

/** Whether it may stand where anybody can read it. */
export function mayBePublic(label: Tlp): boolean {
  return label === 'CLEAR';
}

/** Whether everybody of the house may be mailed it. */
export function mayReachHouse(label: Tlp): boolean {
  return label !== 'RED';
}
