import type { Pace } from '#core/planning/pace.ts';
import type { ShowByName } from '#core/privacy/show-by-name.ts';
import type { TeamMember } from './team-page.ts';

/** A person as the desk lists them. */
export type ShownMember = Pick<TeamMember, 'id' | 'name' | 'role' | 'joinedYear' | 'leavesOn' | 'sent' | 'answered'> & {
  /** `null` where it is theirs alone, as is until when they paused. */
  pace: Pace | null;
  pausedUntil: string | null;
  state: TeamMember['state'] | 'no mail now';
};

/** Where no result is shown by name, a pause and an unsubscription are not told apart: both are a wish that needs no reason. */
export function shownMember(member: TeamMember, byName: ShowByName): ShownMember {
  if (byName === 'results') return member;
  const { id, name, role, joinedYear, leavesOn, sent, answered, state } = member;
  const wish = state === 'paused' || state === 'unsubscribed';
  return {
    ...{ id, name, role, joinedYear, leavesOn, sent, answered },
    pace: null,
    pausedUntil: null,
    state: wish ? 'no mail now' : state,
  };
}
