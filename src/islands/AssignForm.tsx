import { useId } from 'react';
import type { Words } from '#i18n/words.ts';
import type { ModuleChoice } from './module-choice.ts';
import type { Draft } from './request-forecast.ts';

export type Choice = { id: string; name: string; hint: string | null };

/** What somebody typed to find a person, and whether there was anybody. */
export type Search = { text: string; note: string | null };

type Props = {
  t: Words['assigning'];
  modules: readonly ModuleChoice[];
  teams: readonly Choice[];
  roles: readonly Choice[];
  people: readonly Choice[];
  search: Search;
  draft: Draft;
  /** With the script the forecast follows by itself, so that there is nothing to send. */
  live: boolean;
  change: (draft: Draft) => void;
};

/** Which module, for whom and until when. */
export function AssignForm({ t, modules, teams, roles, people, search, draft, live, change }: Props) {
  const dueField = useId();
  const findField = useId();
  return (
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
              onChange={() => change({ ...draft, module: entry.id })}
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
      {people.length > 0 && (
        <Choices
          legend={t.people}
          name="person"
          choices={people}
          chosen={draft.people}
          change={(chosen) => change({ ...draft, people: chosen })}
        />
      )}
      <div className="field">
        <label htmlFor={findField}>{people.length > 0 ? t.find : `${t.people}: ${t.find}`}</label>
        <div className="assign-find">
          <input id={findField} type="search" name="find" defaultValue={search.text} autoComplete="off" />
          <button type="submit" className="button quiet small" formNoValidate>
            {t.findGo}
          </button>
        </div>
        {search.note !== null && (
          <p className="hint" role="status">
            {search.note}
          </p>
        )}
      </div>
      <Choices
        legend={t.teams}
        name="team"
        choices={teams}
        chosen={draft.teams}
        change={(chosen) => change({ ...draft, teams: chosen })}
      />
      <Choices
        legend={t.roles}
        hint={t.rolesHint}
        name="role"
        choices={roles}
        chosen={draft.roles}
        change={(chosen) => change({ ...draft, roles: chosen })}
      />
      <div className="field">
        <label htmlFor={dueField}>{t.due}</label>
        <input
          id={dueField}
          type="date"
          name="due"
          required
          value={draft.due}
          onChange={(event) => change({ ...draft, due: event.currentTarget.value })}
        />
      </div>
      {!live && (
        <button type="submit" className="button quiet">
          {t.see}
        </button>
      )}
    </form>
  );
}

type ChoicesProps = {
  legend: string;
  hint?: string;
  name: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  change: (chosen: readonly string[]) => void;
};

function Choices({ legend, hint, name, choices, chosen, change }: ChoicesProps) {
  return (
    <fieldset className="assign-many ui">
      <legend>{legend}</legend>
      {hint && <p className="hint">{hint}</p>}
      <div>
        {choices.map(({ id, name: label, hint: more }) => (
          <label key={id}>
            <input
              type="checkbox"
              name={name}
              value={id}
              checked={chosen.includes(id)}
              onChange={(event) =>
                change(event.currentTarget.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
              }
            />
            <span>
              {label}
              {more !== null && <small> {more}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
