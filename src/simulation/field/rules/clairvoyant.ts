import { horizonDays } from '#core/planning/need.ts';
import { mostPeopleADay } from '#core/planning/pace.ts';
import type { PlannableLesson, PlannedPerson } from '#core/planning/planner-types.ts';
import { needOfTwo } from '../../team-needs.ts';
import { readingTeaches } from '../field-answers.ts';
import type { FieldMail, FieldMorning, FieldRule } from '../field-rule.ts';
import type { Trace } from '../worlds/trace.ts';
import { eligibleIn, mailOf } from './one-for-each.ts';

/** Share of the gain that counts everybody rather than two of the team. */
const everyone = 0.15;

type Option = {
  person: PlannedPerson;
  lesson: PlannableLesson;
  number: number;
  seat: number;
  weight: number;
  rises: Float64Array;
};

/**
 * Knows what everybody truly holds, answers and reads, and what each lesson truly weighs: again and again the mail that adds most to
 * weighted team memory over the next quarter. It looks no further, so it is a practical ceiling and no bound.
 */
export const clairvoyant: FieldRule = {
  id: 'clairvoyant',
  fits: false,
  choose: (morning) => {
    const { team, truth } = morning;
    const most = mostPeopleADay(team.people.map(({ pace }) => pace));
    const chances = morning.lessons.map((_, lesson) =>
      horizonDays.map((ahead) =>
        Float64Array.from(team.people, ({ id }) => truth.traceOf(id, lesson).recallOn(morning.day + ahead)),
      ),
    );
    const weights = morning.lessons.map((_, lesson) =>
      team.people.reduce((sum, { id }) => sum + (truth.personOf(id).weight[lesson] ?? 0) / team.people.length, 0),
    );
    let open = optionsIn(morning);
    const mails: FieldMail[] = [];
    while (mails.length < most) {
      const best = bestOf(open, chances, weights);
      if (!best) break;
      mails.push(mailOf(best.person, best.lesson));
      open = open.filter(({ person }) => person !== best.person);
      for (const [index, ofDay] of (chances[best.number] ?? []).entries())
        ofDay[best.seat] = Math.min(1, (ofDay[best.seat] ?? 0) + (best.rises[index] ?? 0));
    }
    return mails;
  },
};

function bestOf(
  open: readonly Option[],
  chances: readonly (readonly Float64Array[])[],
  weights: readonly number[],
): Option | null {
  const needs = chances.map((ofLesson) => ofLesson.map(needOfTwo));
  let best: Option | null = null;
  let highest = 0;
  for (const option of open) {
    let gain = 0;
    const ofTeam = (1 - everyone) * (weights[option.number] ?? 0);
    for (const [index, ofDay] of (needs[option.number] ?? []).entries()) {
      const value = ofTeam * (ofDay[option.seat] ?? 0) + (everyone * option.weight) / ofDay.length;
      gain += value * (option.rises[index] ?? 0);
    }
    if (gain <= highest) continue;
    highest = gain;
    best = option;
  }
  return best;
}

function optionsIn(morning: FieldMorning): Option[] {
  const { team, lessons, truth, day } = morning;
  return eligibleIn(morning).flatMap((person) => {
    const { answerRate, readingRate, absences, weight } = truth.personOf(person.id);
    if (absences.some(({ from, until }) => from <= day && day <= until)) return [];
    const seat = team.people.indexOf(person);
    return lessons.flatMap((lesson, number): Option[] => {
      if ((weight[number] ?? 0) <= 0) return [];
      const rises = risesOf(truth.traceOf(person.id, number), day, answerRate, (1 - answerRate) * readingRate);
      return [{ person, lesson, number, seat, weight: weight[number] ?? 0, rises }];
    });
  });
}

/** What a mail is expected to add to recall on each day of the horizon. */
function risesOf(trace: Trace, day: number, answers: number, reads: number): Float64Array {
  const recall = trace.recallOn(day);
  const right = trace.after(day, { recalled: true, share: 1 });
  const wrong = trace.after(day, { recalled: false, share: 1 });
  const read = trace.after(day, { recalled: false, share: readingTeaches });
  return Float64Array.from(horizonDays, (ahead) => {
    const on = day + ahead;
    const answered = recall * right.recallOn(on) + (1 - recall) * wrong.recallOn(on);
    return answers * answered + reads * read.recallOn(on) - (answers + reads) * trace.recallOn(on);
  });
}
