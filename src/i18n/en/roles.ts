/** Words of the page on which roles are given, and of the command that does the same. */
export const roles = {
  title: 'Roles',
  dek: 'Who may do what on the desk. A role that is taken away ends at once, in every browser.',
  who: 'Who',
  role: 'Role',
  from: 'Given',
  settings: 'by the setting TRAINERS',
  given: (day: string, who: string) => `${day}, by ${who}`,
  give: 'Give a role',
  take: 'Take away',
  takeFrom: (role: string, who: string) => `Take away: ${role}, ${who}`,
  sure: (role: string, who: string) => `Take the role of ${role} away from ${who}?`,
  yes: 'Yes, take it away',
  address: 'E-mail address',
  teams: 'Trainers of single teams stand with their teams, in the list of teams.',
  names: { admin: 'Admin', trainer: 'Trainer of the house', editor: 'Editor', executive: 'Executive' },
  about: {
    admin: 'Gives roles and sees who looked at names.',
    trainer: 'Sees and changes every team; writes cases and modules.',
    editor: 'Writes and publishes cases and modules. Sees no people.',
    executive: 'Sees what teams remember, as figures. Sees no names.',
  },
  done: { given: 'The role is given. They can sign in with that address now.', taken: 'The role is taken away.' },
  refusals: {
    'no-address': 'This is no e-mail address. Write it as anna@firm.example.',
    'no-role': 'Choose a role.',
    'last-admin':
      'This is the last admin, so the role stays: nobody could give it back. Make somebody else admin first.',
    'in-settings':
      'This role comes from the setting TRAINERS; whoever runs the product can take the address out there.',
  },
} as const;
