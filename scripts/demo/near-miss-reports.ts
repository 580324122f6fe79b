import type { ReportText } from '#core/reports/report-text.ts';
import type { SourceKind } from '#core/reports/source-kinds.ts';

/** What somebody of the invented firm, or near it, wrote into the form. */
export type ToldNearMiss = { sourceKind: SourceKind; contact: string; text: ReportText };

const bands: Pick<ReportText, 'days' | 'money' | 'people' | 'before' | 'tier' | 'stillThere' | 'route' | 'kept'> = {
  days: '8-30',
  money: '100k-1m',
  people: '11-100',
  before: 'days',
  tier: 'direct',
  stillThere: 'partly',
  route: null,
  kept: [],
};

export const labelPrinter: ToldNearMiss = {
  sourceKind: 'logistics',
  contact: '',
  text: {
    ...bands,
    ...{ item: 'packaging', region: 'europe', quarter: '2026-Q3', stoppedBy: 'luck' },
    happened:
      'Labels for every pallet come from one small printer. Its press broke down on a day when the depot held labels for two shifts. A driver had brought a wrong roll the week before, and nobody had sent it back. With that roll the depot went on until the press ran again.',
    nearly: 'Every lorry would have left late or not at all, because nobody may load an unlabelled pallet.',
    noticed: 'The night shift counted the rolls.',
    changed: 'A second printer is known, but nobody has tried its labels.',
    monday: 'Count how many shifts your labels last, and print one roll at somebody else’s.',
  },
};

/** The one that becomes a case. */
export const oneMixer: ToldNearMiss = {
  sourceKind: 'business',
  contact: 'kept-apart@kazehaya.example',
  text: {
    ...bands,
    ...{ item: 'part', region: 'east-asia', quarter: '2026-Q3', stoppedBy: 'person' },
    happened:
      'Two suppliers of a small rubber seat for valves were thought to be independent. A buyer who visited one of them saw the other’s boxes in the yard: both bought the same rubber from one mixer. A week later the mixer stopped for repairs. Because of the visit some seats had been ordered early.',
    nearly: 'Both sources would have dried up in the same week, and the line for pumps would have stood still.',
    noticed: 'A buyer saw boxes in a yard and asked.',
    changed: 'Both suppliers are asked each year where their rubber comes from.',
    monday: 'Ask your second source what it buys, and from whom.',
  },
};

export const testRig: ToldNearMiss = {
  sourceKind: 'academia',
  contact: 'third-apart@kazehaya.example',
  text: {
    ...bands,
    ...{ item: 'part', region: 'several', quarter: '2026-Q3', stoppedBy: 'person' },
    happened:
      'A rig that tests every motor before it leaves hangs on one sensor that is made by hand. The last spare was used in spring and nobody wrote an order, because the list of spares counted a broken one. A student who tidied the drawer found it. The new one came two days before the old one failed.',
    nearly: 'No motor could have left for the weeks in which the maker winds another.',
    noticed: 'Somebody emptied a drawer.',
    changed: 'Spares are tried once a year, not counted.',
    monday: 'Try one spare that you have only counted so far.',
  },
};

export const printedList: ToldNearMiss = {
  sourceKind: 'research',
  contact: 'also-apart@kazehaya.example',
  text: {
    ...bands,
    ...{ item: 'software', region: 'several', quarter: '2026-Q4', stoppedBy: 'safeguard' },
    happened:
      'The order system of a laboratory could not be reached for three days after an update. The laboratory had printed its list of suppliers and standing orders the month before, as it does each month since an earlier failure. Orders went out by telephone from that list.',
    nearly: 'Samples that need cooling would have spoiled, as nobody would have known whom to call for dry ice.',
    noticed: 'Everybody noticed at once.',
    changed: 'The list is printed each week now.',
    monday: 'Print the list of whom you would call.',
  },
};
