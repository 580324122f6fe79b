import type { LessonComparison, LessonStep } from '#catalogue/asked.ts';
import { type Catalogue, findCase, type Lesson } from '#catalogue/catalogue.ts';
import { formatsIn } from '#i18n/format.ts';
import { firstLanguage } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';

/** "Kariya 1997, Marion 2024: what they share". Cases that share several lessons are named otherwise for each, so no two subjects are the same. */
export function compareSubject(catalogue: Catalogue, lesson: Lesson, { left, right }: LessonComparison): string {
  const { compare } = wordsIn(catalogue.language).mail;
  const together = catalogue.lessons.filter((entry) =>
    entry.comparisons.some((pair) => [left, right].every((id) => id === pair.left || id === pair.right)),
  );
  const turn = together.findIndex((entry) => entry.id === lesson.id) + 1;
  const named = (id: string) => {
    const { place, event } = findCase(catalogue, id);
    return compare.when(nearestPlace(place), formatsIn(catalogue.language).years(event.start));
  };
  return compare.subject(named(left), named(right), turn);
}

/** "One step, 30 minutes: who may call on a rumour" */
export function applySubject(catalogue: Catalogue, lesson: Lesson, step: LessonStep): string {
  const minutes = formatsIn(catalogue.language).minutes(step.minutes);
  return wordsIn(catalogue.language).mail.apply.subject(minutes, shortName(catalogue, lesson, step));
}

/** "What became of your step: who may call on a rumour" */
export function didYouSubject(catalogue: Catalogue, lesson: Lesson, step: LessonStep): string {
  return wordsIn(catalogue.language).mail['did-you'].subject(shortName(catalogue, lesson, step));
}

/** The step has a name in the language it was written in; another has the first sentence of the rule. */
function shortName({ language }: Catalogue, { rule }: Lesson, step: LessonStep): string {
  return language === firstLanguage ? step.name : (rule.split('。')[0] ?? rule);
}

/** "Kariya" of "Kariya, Aichi, Japan", "Germany" of "Germany and its neighbours". */
function nearestPlace(place: string): string {
  return place.split(/[,、]| and /)[0] ?? place;
}
