import { useEffect, useId, useState } from 'react';
import type { AssignmentForecast } from '#desk/assignments.ts';
import { ForecastTable } from './ForecastTable.tsx';
import type { ModuleChoice } from './module-choice.ts';
import { type Draft, isComplete, requestForecast } from './request-forecast.ts';
import './assign-module.css';

type Props = {
  modules: readonly ModuleChoice[];
  teams: readonly { id: number; name: string }[];
  draft: Draft;
  /** Worked out by the server for the draft in the address, so that the page is whole without this script. */
  forecast: AssignmentForecast | null;
};

/** A pause in typing this long means the draft is meant. */
const settleMs = 250;

/** The form, and who would get what by when, kept in step with it. Without JavaScript it is a plain form that asks the server. */
export function AssignModule({ modules, teams, draft: first, forecast: given }: Props) {
  const [draft, setDraft] = useState(first);
  const [forecast, setForecast] = useState(given);
  const [problem, setProblem] = useState<string | null>(null);
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
      setProblem(outcome.kind === 'problem' ? outcome.sentence : null);
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
          <legend>Module</legend>
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
                  {entry.purpose} {entry.lessons.length} lessons, {entry.minutes} minutes in all.
                </small>
              </span>
            </label>
          ))}
        </fieldset>
        <div className="assign-pair">
          <div className="field">
            <label htmlFor={teamField}>Team</label>
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
            <label htmlFor={dueField}>Due on</label>
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
            See who gets what by when
          </button>
        )}
      </form>
      <div role="status">
        {problem && <p className="notice bad">{problem}</p>}
        {live && !forecast && !problem && (
          <p className="hint">Choose a module, a team and a date; who gets what by when appears here.</p>
        )}
      </div>
      {forecast && module && (
        <section className="section">
          <h2>
            {module.title}, for {forecast.team.name}
          </h2>
          <ForecastTable forecast={forecast} module={module} />
          <form method="post" action="/desk/assign" className="actions">
            <input type="hidden" name="team" value={forecast.request.teamId} />
            <input type="hidden" name="module" value={forecast.request.moduleId} />
            <input type="hidden" name="due" value={forecast.request.dueOn} />
            <button type="submit" className="button">
              Assign it
            </button>
          </form>
        </section>
      )}
    </>
  );
}
