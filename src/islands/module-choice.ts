/** A module as a trainer chooses it. */
export type ModuleChoice = {
  id: string;
  title: string;
  purpose: string;
  minutes: number;
  lessons: { id: string; rule: string }[];
};
