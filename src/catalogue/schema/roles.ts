/** The ten roles a question, a lesson or a person can have. Labels live in content/vocabulary/roles.yaml. */
export const roleIds = [
  'buyer',
  'planner',
  'logistics',
  'quality',
  'engineering',
  'it',
  'sales',
  'finance',
  'legal',
  'hr',
] as const;

export type RoleId = (typeof roleIds)[number];
