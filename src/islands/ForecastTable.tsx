import type { AssignmentForecast, PersonForecast } from '#desk/assignments.ts';
import { formatDate } from '#i18n/format.ts';
import type { ModuleChoice } from './module-choice.ts';

type Props = { forecast: AssignmentForecast; module: ModuleChoice };

const names = (people: readonly PersonForecast[]) => people.map((person) => person.name).join(', ');

/** Whether it fits, said first; then the day of every lesson for every person. */
export function ForecastTable({ forecast, module }: Props) {
  const due = formatDate(forecast.request.dueOn);
  const late = forecast.people.filter((person) => person.reachable && person.days.some((day) => day.on === null));
  const away = forecast.people.filter((person) => !person.reachable);
  return (
    <>
      <p className={forecast.fits ? 'notice good' : 'notice warn'} role="status">
        {forecast.fits
          ? `Everybody who gets mail receives all ${module.lessons.length} lessons by ${due}.`
          : `It does not fit for ${names(late)}: their pace leaves too few mornings before ${due}. Choose a later date, or assign it all the same; the rest of their lessons stays unsent.`}
      </p>
      {away.length > 0 && (
        <p className="hint">
          No mail goes to {names(away)} until then: paused, unsubscribed, or the address was refused.
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1) */}
      <section className="scroll" tabIndex={0} aria-label="Who gets what by when">
        <table className="data forecast">
          <caption>Who gets what, and when, at their own pace. Worked out by the planner itself.</caption>
          <thead>
            <tr>
              <th scope="col">Person</th>
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
                      formatDate(day.on)
                    ) : (
                      <span className="none">{person.reachable ? 'too late' : 'no mail'}</span>
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
