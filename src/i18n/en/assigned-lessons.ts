import { formatCount } from '../format.ts';

const people = (count: number) => formatCount(count, 'person', 'people');
const are = (count: number) => (count === 1 ? 'is' : 'are');

/** Words of the page on which lessons of an assignment are added and taken away. */
export const assignedLessons = {
  title: (module: string) => `Lessons of “${module}”, as assigned`,
  change: 'Add or take away lessons',
  addedOn: (date: string) => `added on ${date}`,
  takenOn: (date: string) => `taken away on ${date}`,
  oneAdded: (date: string) => `One lesson was added on ${date}.`,
  oneTaken: (date: string) => `One was taken away on ${date}; it counts for those who had answered it.`,
  held: 'The lessons it has. Untick one to take it away.',
  others: 'Add from the library',
  see: 'See what would change',
  preview: 'What would change',
  adds: (rule: string) => `Added: ${rule}`,
  takes: (rule: string) => `Taken away: ${rule}`,
  get: (count: number, names: string) => `${people(count)} will be mailed what is added: ${names}.`,
  met: (count: number, names: string) =>
    `${people(count)} ${count === 1 ? 'has' : 'have'} met it since this was assigned, and it counts: ${names}.`,
  again: (count: number, names: string) =>
    `${people(count)} had done all of it and ${are(count)} on the way again: ${names}.`,
  done: (count: number, names: string) => `${people(count)} will have done all of it: ${names}.`,
  spared: (count: number, names: string) => `${people(count)} will not be asked for what is taken away: ${names}.`,
  nobody: 'Nobody’s standing changes.',
  unsent: (count: number) =>
    count === 0
      ? 'No mail of what is taken away is waiting.'
      : `${formatCount(count, 'mail')} of what is taken away ${are(count)} waiting and will not be sent.`,
  stays: 'What was mailed stays and can be answered; what was answered stays counted. The due date stays.',
  act: 'Change the lessons',
  keep: 'Leave them as they are',
  faults: {
    'none-left': 'At least one lesson has to stay. To take back all of it, withdraw the assignment.',
    unknown: 'One of these lessons is no longer in the library. Choose again.',
    'due-over':
      'The due date is over, or today. Move it first: nobody should be late with a lesson that comes after it.',
    changed: 'Somebody changed the lessons meanwhile. These are the ones it has now.',
    same: 'Nothing would change: tick a lesson to add, or untick one.',
  },
} as const;
