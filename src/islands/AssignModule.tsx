import { useEffect, useState } from 'react';
import { assigningWordsIn } from '#i18n/assigning-words.ts';
import type { Language } from '#i18n/languages.ts';
import type { AssignmentForecast } from '#server/desk/forecast-assignment.ts';
import { AssignForm, type Choice, type Search } from './AssignForm.tsx';
import { ForecastTable } from './ForecastTable.tsx';
import type { ModuleChoice } from './module-choice.ts';
import { type Draft, isComplete, requestForecast } from './request-forecast.ts';
import './assign-module.css';

type Props = {
  language: Language;
  modules: readonly ModuleChoice[];
  teams: readonly Choice[];
  roles: readonly Choice[];
  people: readonly Choice[];
  search: Search;
  draft: Draft;
  /** Worked out by the server for the draft in the address, so that the page is whole without this script. */
  forecast: AssignmentForecast | null;
};

/** A pause in typing this long means the draft is meant. */
const settleMs = 250;

/** The form, and who would get what by when, kept in step with it. Without JavaScript it is a plain form that asks the server. */
export function AssignModule({ language, draft: first, forecast: given, ...choices }: Props) {
  const t = assigningWordsIn(language);
  const [draft, setDraft] = useState(first);
  const [forecast, setForecast] = useState(given);
  const [problem, setProblem] = useState<keyof typeof t.problems | null>(null);
  const [live, setLive] = useState(false);

  useEffect(() => setLive(true), []);

  useEffect(() => {
    // What the server has worked out already is not asked for again.
    if (!live || draft === first) return;
    if (!isComplete(draft)) {
      setForecast(null);
      setProblem(null);
      return;
    }
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
  }, [draft, first, live]);

  const module = choices.modules.find((entry) => entry.id === forecast?.request.moduleId);
  return (
    <>
      <AssignForm t={t} draft={draft} live={live} change={setDraft} {...choices} />
      <div role="status">
        {problem && <p className="notice bad">{t.problems[problem]}</p>}
        {live && !forecast && !problem && <p className="hint">{t.hint}</p>}
      </div>
      {forecast && module && (
        <section className="section">
          <h2>{t.forWhom(module.title)}</h2>
          <ForecastTable language={language} forecast={forecast} module={module} />
          <form method="post" action="/desk/assign" className="actions">
            <input type="hidden" name="module" value={forecast.request.moduleId} />
            <input type="hidden" name="due" value={forecast.request.dueOn} />
            <input type="hidden" name="team" value={forecast.request.teamIds.join(',')} />
            <input type="hidden" name="role" value={forecast.request.roles.join(',')} />
            <input type="hidden" name="person" value={forecast.request.personIds.join(',')} />
            <button type="submit" className="button">
              {t.submit}
            </button>
          </form>
        </section>
      )}
    </>
  );
}
