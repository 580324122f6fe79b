import { assigningWordsIn } from '#i18n/assigning-words.ts';
import { formatsIn } from '#i18n/format.ts';
import type { Language } from '#i18n/languages.ts';
import type { AssignmentForecast, PersonForecast, TeamForecast } from '#server/desk/forecast-assignment.ts';
import type { ModuleChoice } from './module-choice.ts';
import { draftQuery } from './request-forecast.ts';

type Props = { language: Language; forecast: AssignmentForecast; module: ModuleChoice };

/** Whether it fits, said first; then the day of every lesson for every person, team by team. */
export function ForecastTable({ language, forecast, module }: Props) {
  const t = assigningWordsIn(language);
  const format = formatsIn(language);
  const due = format.date(forecast.request.dueOn);
  const people = forecast.teams.flatMap((team) => team.people);
  const late = people.filter((person) => !person.hindrance && person.days.some((day) => day.on === null));
  return (
    <>
      <p className={forecast.fits ? 'notice good' : 'notice warn'} role="status">
        {forecast.fits
          ? t.fits(forecast.lessonIds.length, due)
          : t.late(late.map((person) => person.name).join(format.comma), due)}
        {!forecast.fits && format.gap}
        {!forecast.fits && <LaterDate language={language} forecast={forecast} />}
      </p>
      {forecast.already.length > 0 && <p className="hint">{t.already(forecast.already.join(format.comma))}</p>}
      {forecast.others > 0 && <p className="hint">{t.others(forecast.others)}</p>}
      {forecast.teams.map((team) => (
        <TeamTable key={team.team.id} language={language} forecast={team} lessons={lessonsOf(forecast, module)} />
      ))}
    </>
  );
}

type Lesson = ModuleChoice['lessons'][number];

/** Those that can be sent. */
function lessonsOf({ lessonIds }: AssignmentForecast, module: ModuleChoice): Lesson[] {
  return module.lessons.filter(({ id }) => lessonIds.includes(id));
}

type TeamProps = { language: Language; forecast: TeamForecast; lessons: readonly Lesson[] };

function TeamTable({ language, forecast: { team, people }, lessons }: TeamProps) {
  const t = assigningWordsIn(language);
  const format = formatsIn(language);
  const told = (person: PersonForecast, on: string | null) => {
    if (on !== null) return format.date(on);
    return <span className="none">{person.hindrance ? t.hindrances[person.hindrance] : t.tooLate}</span>;
  };
  return (
    <>
      <h3>{team.name}</h3>
      {people.length === 0 && <p className="ui">{t.nobodyNow}</p>}
      {people.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
        <section className="scroll" tabIndex={0} aria-label={t.table(team.name)}>
          <table className="data forecast">
            <caption>{t.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{t.person}</th>
                {lessons.map((lesson) => (
                  <th scope="col" key={lesson.id}>
                    {lesson.rule}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {people.map((person) => (
                <tr key={person.personId}>
                  <th scope="row">{person.name}</th>
                  {person.days.map((day) => (
                    <td key={day.lessonId}>{told(person, day.on)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}

/** The nearest date that would do, with a link that fills it in. */
function LaterDate({ language, forecast }: Omit<Props, 'module'>) {
  const t = assigningWordsIn(language);
  const format = formatsIn(language);
  const { teamIds, roles, personIds, moduleId, dueOn } = forecast.request;
  if (forecast.daysMore === null) return <>{t.noDate}</>;
  const date = dayAfter(dueOn, forecast.daysMore);
  const texts = (ids: readonly number[]) => ids.map(String);
  const draft = { module: moduleId, due: date, teams: texts(teamIds), roles, people: texts(personIds) };
  return (
    <>
      {t.more(forecast.daysMore, format.date(date))}
      {format.gap}
      <a href={`/desk/assign?${draftQuery(draft)}`}>{t.useDate}</a>
    </>
  );
}

/** Browsers do not all know Temporal yet. */
function dayAfter(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
