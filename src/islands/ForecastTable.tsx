import { deskWordsIn } from '#i18n/desk-words.ts';
import { formatsIn } from '#i18n/format.ts';
import type { Language } from '#i18n/languages.ts';
import type { AssignmentForecast, PersonForecast } from '#server/desk/forecast-assignment.ts';
import type { ModuleChoice } from './module-choice.ts';

type Props = { language: Language; forecast: AssignmentForecast; module: ModuleChoice };

/** Whether it fits, said first; then the day of every lesson for every person. */
export function ForecastTable({ language, forecast, module }: Props) {
  const t = deskWordsIn(language).assign;
  const format = formatsIn(language);
  const names = (people: readonly PersonForecast[]) => people.map((person) => person.name).join(format.comma);
  const due = format.date(forecast.request.dueOn);
  const late = forecast.people.filter((person) => person.reachable && person.days.some((day) => day.on === null));
  const away = forecast.people.filter((person) => !person.reachable);
  return (
    <>
      <p className={forecast.fits ? 'notice good' : 'notice warn'} role="status">
        {forecast.fits ? t.fits(module.lessons.length, due) : t.late(names(late), due)}
        {!forecast.fits && format.gap}
        {!forecast.fits && <LaterDate language={language} forecast={forecast} />}
      </p>
      {away.length > 0 && <p className="hint">{t.away(names(away))}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1) */}
      <section className="scroll" tabIndex={0} aria-label={t.table}>
        <table className="data forecast">
          <caption>{t.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t.person}</th>
              {module.lessons.map((lesson) => (
                <th scope="col" key={lesson.id}>
                  {lesson.rule}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {forecast.people.map((person) => (
              <tr key={person.personId}>
                <th scope="row">{person.name}</th>
                {person.days.map((day) => (
                  <td key={day.lessonId}>
                    {day.on ? (
                      format.date(day.on)
                    ) : (
                      <span className="none">{person.reachable ? t.tooLate : t.noMail}</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

/** The nearest date that would do, with a link that fills it in. */
function LaterDate({ language, forecast }: Omit<Props, 'module'>) {
  const t = deskWordsIn(language).assign;
  const format = formatsIn(language);
  const { teamId, moduleId, dueOn } = forecast.request;
  if (forecast.daysMore === null) return <>{t.noDate}</>;
  const date = dayAfter(dueOn, forecast.daysMore);
  const query = new URLSearchParams({ team: String(teamId), module: moduleId, due: date });
  return (
    <>
      {t.more(forecast.daysMore, format.date(date))}
      {format.gap}
      <a href={`/desk/assign?${query}`}>{t.useDate}</a>
    </>
  );
}

/** Browsers do not all know Temporal yet. */
function dayAfter(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
