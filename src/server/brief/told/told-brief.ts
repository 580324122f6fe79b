import { briefHeadings, indicatorOf, numberOf } from '#core/brief/indicator-list.ts';
import type { Status } from '#core/brief/status.ts';
import { formatsIn } from '#i18n/format.ts';
import type { Language } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import type { Brief } from '../brief.ts';
import { changesIn, positionOf } from './position-words.ts';
import { quarterWords } from './quarter-words.ts';
import { type ToldIndicator, tellIndicator } from './told-indicator.ts';

export type ToldCase = { caseId: string; title: string; happened: string; same: string; cost: string };

export type ToldDecision = { ask: string; parts: readonly { term: string; text: string }[] };

/** A heading with lines beneath it; without any, `none` says so. */
export type ToldList = { title: string; lines: readonly string[]; none: string };

/** A brief in the words of one language: what page, text, PDF and mail are drawn from. */
export type ToldBrief = {
  language: Language;
  title: string;
  dateline: string;
  positionTitle: string;
  position: string;
  /** One line on what changed since the last; empty where there was none. */
  changes: string;
  headings: readonly { title: string; indicators: readonly ToldIndicator[] }[];
  casesTitle: string;
  cases: readonly ToldCase[];
  noCases: string;
  decisionsTitle: string;
  decisions: readonly ToldDecision[];
  noDecisions: string;
  settled: ToldList;
  scenarios: ToldList;
  explains: ToldList;
  nearMisses: ToldList;
  foot: readonly string[];
};

/** How the brief stands: kept for good, or of a quarter that still runs. */
export type BriefStanding = { kept: string } | 'running';

export function tellBrief(brief: Brief, language: Language, standing: BriefStanding): ToldBrief {
  const t = wordsIn(language).brief;
  const format = formatsIn(language);
  const { gap } = format;
  const compared = brief.comparedWith === null ? t.notCompared : t.compared(quarterWords(brief.comparedWith, language));
  const told = new Map(brief.indicators.map((entry) => [entry.id, tellIndicator(entry, language)]));
  const standingWords = standing === 'running' ? t.running : t.keptOn(format.date(standing.kept));
  return {
    language,
    title: t.titleOf(quarterWords(brief.quarter, language)),
    dateline: [`${t.asOf(format.date(brief.asOf))}${format.comma}${format.sentence(compared)}`, standingWords].join(
      gap,
    ),
    positionTitle: t.position.title,
    position: positionOf(brief, language),
    changes: changesIn(brief, language),
    headings: briefHeadings.map((heading) => ({
      title: t.headings[heading],
      indicators: brief.indicators
        .filter(({ id }) => indicatorOf(id).heading === heading)
        .toSorted((a, b) => numberOf(a.id) - numberOf(b.id))
        .flatMap(({ id }) => told.get(id) ?? []),
    })),
    casesTitle: t.cases.title,
    cases: brief.cases.map(({ caseId, ...words }) => ({
      caseId,
      title: words.title[language],
      happened: words.happened[language],
      same: words.same[language],
      cost: words.cost[language],
    })),
    noCases: t.cases.none,
    decisionsTitle: t.decisions.title,
    decisions: brief.decisions.map((decision) => tellDecision(decision, language)),
    noDecisions: t.decisions.none,
    settled: {
      title: t.decisions.settled,
      lines: brief.settled.map(({ ask, quarter, outcome, note }) =>
        [t.decisions.settledLine(ask, quarterWords(quarter, language), t.outcomes[outcome]), note]
          .filter((part) => part !== null)
          .join(format.comma),
      ),
      none: '',
    },
    scenarios: {
      title: t.scenarios.title,
      lines: brief.scenarios.map(({ name, daysToLoss, lossBand }) =>
        t.scenarios.line(
          name,
          daysToLoss === null ? t.scenarios.noDays : t.scenarios.days(daysToLoss),
          lossBand === null ? t.scenarios.noBand : t.scenarios.bands[lossBand],
        ),
      ),
      none: t.lacking.scenarios([]),
    },
    explains: tellExplains(brief, language),
    nearMisses: tellNearMisses(brief, language),
    foot: [t.small(brief.teams.tooSmall), t.foot].filter((line) => line !== ''),
  };
}

function tellDecision(decision: Brief['decisions'][number], language: Language): ToldDecision {
  const t = wordsIn(language).brief.decisions;
  const format = formatsIn(language);
  const programmes = decision.programmes.map((title) => title[language]);
  return {
    ask: decision.ask,
    parts: [
      { term: t.cost, text: decision.cost },
      { term: t.opportunity, text: decision.opportunity },
      { term: t.programmes, text: programmes.length > 0 ? format.list(programmes) : t.noProgramme },
      { term: t.owner, text: decision.owner },
      ...(decision.deadline === null ? [] : [{ term: t.deadline, text: format.date(decision.deadline) }]),
    ],
  };
}

function tellExplains({ explains }: Brief, language: Language): ToldList {
  const t = wordsIn(language).brief.explains;
  const format = formatsIn(language);
  const states = new Map<string, string>(Object.entries(t.states));
  const due = (explains ?? []).filter(({ state }) => state !== 'comply');
  return {
    title: t.title,
    lines: due.map(({ principle, state, dueOn }) =>
      t.line(principle, states.get(state) ?? state, dueOn === null ? '' : t.due(format.date(dueOn))),
    ),
    none: explains === null ? t.missing : t.none,
  };
}

function tellNearMisses({ nearMisses }: Brief, language: Language): ToldList {
  const t = wordsIn(language).brief.nearMisses;
  const all = Object.values(nearMisses?.bySource ?? {}).reduce((sum, count) => sum + count, 0);
  return { title: t.title, lines: nearMisses ? [t.count(all, nearMisses.open)] : [], none: t.missing };
}

/** How a status is drawn where colour is not seen: full, half, empty, or none. */
export const statusMarks: Record<Status, string> = { red: '■', amber: '◪', good: '□', unset: '–', missing: '?' };
