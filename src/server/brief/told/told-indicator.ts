import { type IndicatorId, indicatorOf, numberOf } from '#core/brief/indicator-list.ts';
import type { Status } from '#core/brief/status.ts';
import { formatPercent } from '#i18n/format.ts';
import type { Language } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import type { BriefIndicator } from '../brief.ts';
import { tellInput } from './told-input.ts';

/** An indicator in words. `lacking` says who could supply what is missing. */
export type ToldIndicator = {
  id: IndicatorId;
  number: number;
  name: string;
  now: string;
  before: string;
  status: Status;
  statusWord: string;
  thresholds: string;
  /** What has to be said beside the figure, for whoever opens nothing; empty where nothing has. */
  note: string;
  formula: string;
  inputs: readonly string[];
  lacking: readonly string[];
};

/** Lines of inputs that a reader takes in; the rest is counted. */
const mostInputs = 12;

export function tellIndicator(entry: BriefIndicator, language: Language): ToldIndicator {
  const t = wordsIn(language).brief;
  const { id, status, inputs } = entry;
  const shown = inputs.slice(0, mostInputs).map((input) => tellInput(id, input, language));
  const value = figureIn(id, entry.value, language);
  return {
    id,
    number: numberOf(id),
    name: t.names[id],
    now: id === 'recall' && entry.beside !== null ? t.both(value, formatPercent(entry.beside)) : value,
    before: entry.before && entry.before.value !== null ? figureIn(id, entry.before.value, language) : t.units.noBefore,
    status,
    statusWord: t.status[status],
    thresholds: thresholdWords(entry, language),
    note: id === 'red-revenue' && entry.beside !== null ? t.overAllSales(formatPercent(entry.beside)) : '',
    formula: t.formulas[id],
    inputs: inputs.length > mostInputs ? [...shown, t.moreInputs(inputs.length - mostInputs)] : shown,
    lacking: entry.lacking.map(({ what, names }) => t.lacking[what](names)),
  };
}

/** A figure of an indicator with its unit. */
export function figureIn(id: IndicatorId, value: number | null, language: Language): string {
  const { units } = wordsIn(language).brief;
  if (value === null) return units.missing;
  const { unit } = indicatorOf(id);
  return unit === 'share' ? formatPercent(value) : units[unit](value);
}

function thresholdWords({ id, amber, red }: BriefIndicator, language: Language): string {
  const t = wordsIn(language).brief;
  const say = (value: number | null) =>
    value === null ? t.thresholds.none : t.thresholds[indicatorOf(id).worse](figureIn(id, value, language));
  if (amber === null && red === null) return t.thresholds.none;
  return t.both(say(amber), say(red));
}
