/** Words of the place where a trainer sees how the house has set things. */
export const house = {
  title: 'Settings',
  dek: 'How things are set here, in words. What stands in the environment is changed by whoever runs Nodomoto.',
} as const;
