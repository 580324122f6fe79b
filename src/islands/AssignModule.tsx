import { useEffect, useId, useState } from 'react';
import { deskWordsIn } from '#i18n/desk-words.ts';
import type { Language } from '#i18n/languages.ts';
import type { AssignmentForecast } from '#server/desk/forecast-assignment.ts';
import { ForecastTable } from './ForecastTable.tsx';
import type { ModuleChoice } from './module-choice.ts';
import { type Draft, isComplete, requestForecast } from './request-forecast.ts';
import './assign-module.css';

type Props = {
  language: Language;
  modules: readonly ModuleChoice[];
  teams: readonly { id: number; name: string }[];
  draft: Draft;
  /** Worked out by the server for the draft in the address, so that the page is whole without this script. */
  forecast: AssignmentForecast | null;
};

/** A pause in typing this long means the draft is meant. */
const settleMs = 250;

/** The form, and who would get what by when, kept in step with it. Without JavaScript it is a plain form that asks the server. */
export function AssignModule({ language, modules, teams, draft: first, forecast: given }: Props) {
  const t = deskWordsIn(language).assign;
  const [draft, setDraft] = useState(first);
  const [forecast, setForecast] = useState(given);
  const [problem, setProblem] = useState<keyof typeof t.problems | null>(null);
  const [live, setLive] = useState(false);
  const teamField = useId();
  const dueField = useId();

  useEffect(() => setLive(true), []);

  useEffect(() => {
    if (!live || !isComplete(draft)) return;
    const leaving = new AbortController();
    const timer = setTimeout(async () => {
      const outcome = await requestForecast(draft, leaving.signal);
      if (outcome.kind === 'overtaken') return;
      setForecast(outcome.kind === 'forecast' ? outcome.forecast : null);
      setProblem(outcome.kind === 'problem' ? outcome.problem : null);
    }, settleMs);
    return () => {
      leaving.abort();
      clearTimeout(timer);
    };
  }, [draft, live]);

  const module = modules.find((entry) => entry.id === forecast?.request.moduleId);
  return (
    <>
      <form method="get" action="/desk/assign" className="assign-form">
        <fieldset>
          <legend>{t.module}</legend>
          {modules.map((entry) => (
            <label className="choice" key={entry.id}>
              <input
                type="radio"
                name="module"
                value={entry.id}
                required
                checked={draft.module === entry.id}
                onChange={() => setDraft({ ...draft, module: entry.id })}
              />
              <span>
                {entry.title}
                <small className="ui">
                  {entry.purpose} {t.extent(entry.lessons.length, entry.minutes)}
                </small>
              </span>
            </label>
          ))}
        </fieldset>
        <div className="assign-pair">
          <div className="field">
            <label htmlFor={teamField}>{t.team}</label>
            <select
              id={teamField}
              name="team"
              required
              value={draft.team}
              onChange={(event) => setDraft({ ...draft, team: event.currentTarget.value })}
            >
              {teams.map((team) => (
                <option key={team.id} value={String(team.id)}>
                  {team.name}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor={dueField}>{t.due}</label>
            <input
              id={dueField}
              type="date"
              name="due"
              required
              value={draft.due}
              onChange={(event) => setDraft({ ...draft, due: event.currentTarget.value })}
            />
          </div>
        </div>
        {!live && (
          <button type="submit" className="button quiet">
            {t.see}
          </button>
        )}
      </form>
      <div role="status">
        {problem && <p className="notice bad">{t.problems[problem]}</p>}
        {live && !forecast && !problem && <p className="hint">{t.hint}</p>}
      </div>
      {forecast && module && (
        <section className="section">
          <h2>{t.forTeam(module.title, forecast.team.name)}</h2>
          <ForecastTable language={language} forecast={forecast} module={module} />
          <form method="post" action="/desk/assign" className="actions">
            <input type="hidden" name="team" value={forecast.request.teamId} />
            <input type="hidden" name="module" value={forecast.request.moduleId} />
            <input type="hidden" name="due" value={forecast.request.dueOn} />
            <button type="submit" className="button">
              {t.submit}
            </button>
          </form>
        </section>
      )}
    </>
  );
}
