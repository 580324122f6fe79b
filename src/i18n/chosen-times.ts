import { type ChosenHours, type ChosenTimes, runsOverMidnight } from '#core/planning/calendar/chosen-times.ts';
import { formatsIn } from './format.ts';
import type { Language } from './languages.ts';
import { wordsIn } from './words.ts';

/** When somebody wants mail: "on Tuesdays and Thursdays from 10:00 to 16:00"; `null` while they chose nothing. */
export function chosenTimesInWords({ days, hours }: ChosenTimes, language: Language): string | null {
  const { ownHours } = wordsIn(language);
  const { told, weekdays } = ownHours;
  const named = days && formatsIn(language).list(weekdays.filter((_, index) => days.has(index + 1)));
  const span = hours && hoursInWords(hours, told);
  if (named && span) return told.both(named, span);
  return named ? told.days(named) : span;
}

type Told = ReturnType<typeof wordsIn>['ownHours']['told'];

function hoursInWords(hours: ChosenHours, told: Told): string {
  const say = runsOverMidnight(hours) ? told.night : told.hours;
  return say(hours.from, hours.until);
}
