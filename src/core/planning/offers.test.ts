import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aDay, teamDays } from '#testing/a-planned-team.ts';
import { candidatesFor } from './candidates.ts';
import { Offers } from './offers.ts';
import type { TeamDay } from './plan-team-day.ts';
import { TeamBoard } from './team-board.ts';
import { TeamSituation } from './team-situation.ts';

/** Mornings with news or without, some in the week of an event. */
const eventfulDays = fc
  .record({ day: teamDays, isNews: fc.boolean(), startedOn: fc.constantFrom('2011-10', '2011-11-23') })
  .map(({ day, isNews, startedOn }): TeamDay => {
    const news = { id: 1, topic: 'input', word: 'microcontrollers', from: aDay, until: aDay } as const;
    const lessons = day.lessons.map((lesson) => ({
      ...lesson,
      cases: lesson.cases.map((traits) => ({ ...traits, startedOn })),
    }));
    return { ...day, lessons, team: { ...day.team, signals: isNews ? [news] : [] } };
  });

test('the most a lesson could gain is never below what one of its candidates gains, so none is passed over', () => {
  fc.assert(
    fc.property(eventfulDays, ({ team, lessons, on, now, weights }) => {
      const situation = new TeamSituation(team, on, weights);
      const board = new TeamBoard(team, now);
      for (const person of team.people) {
        for (const [index, lesson] of lessons.entries()) {
          const made = candidatesFor(person, situation, [lesson]);
          const offers = new Offers(person, situation, lessons);
          const gains = made.map((candidate) => board.gainOf(candidate)).filter((gain) => gain > 0);
          for (const gain of gains) expect(offers.mayGainMore(index, gain * (1 - 1e-12), board)).toBe(true);
          expect(offers.candidates(index)).toEqual(made);
        }
      }
    }),
  );
});
