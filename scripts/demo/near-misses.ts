import { dayMs } from '#core/memory/forgetting-curve.ts';
import type { NewReport, ReportText } from '#core/reports/report-text.ts';
import type { SourceKind } from '#core/reports/source-kinds.ts';
import type { AppContext } from '#server/app-context.ts';
import { newKey } from '#server/database/row-key.ts';
import { noteStep } from '#server/reports/report-steps.ts';
import { takeReport } from '#server/reports/take-report.ts';

type Told = { daysAgo: number; sourceKind: SourceKind; text: ReportText; contact: string };

/** Near misses of the invented firm: one that waits to be looked at, one in its steps, one that was closed as a signal. */
export async function reportNearMisses({ reportDesk }: AppContext, trainer: string, now: number): Promise<void> {
  for (const { daysAgo, sourceKind, text, contact } of told) {
    const strip = { name: '', contact, organisation: '', role: '' };
    const report: NewReport = { sourceKind, text, strip, label: 'amber', consent: false, callBack: contact !== '' };
    await takeReport(reportDesk, report, { key: newKey(), language: 'en' }, now - daysAgo * dayMs);
  }
  const rows = await reportDesk.db.selectFrom('near_miss').select('id').orderBy('id').execute();
  const [signal, looked] = rows;
  if (!signal || !looked) return;
  const step = { by: trainer, note: null } as const;
  await noteStep(reportDesk.db, looked.id, { ...step, step: 'triage', outcome: 'can-wait', at: now - 11 * dayMs });
  await noteStep(reportDesk.db, signal.id, { ...step, step: 'triage', outcome: 'can-wait', at: now - 39 * dayMs });
  const at = now - 38 * dayMs;
  await noteStep(reportDesk.db, signal.id, { ...step, step: 'tell-back', outcome: 'done', at });
  await noteStep(reportDesk.db, signal.id, { ...step, step: 'strip-deleted', outcome: 'done', at });
  const closed = { closed_at: at, closed_as: 'signal', told_back_at: at } as const;
  await reportDesk.db
    .updateTable('near_miss')
    .set({ ...closed, told_back: 'Kept as a signal: three teams were asked who else makes their labels.' })
    .where('id', '=', signal.id)
    .execute();
}

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

const told: readonly Told[] = [
  {
    ...{ daysAgo: 40, sourceKind: 'logistics', contact: '' },
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
  },
  {
    ...{ daysAgo: 12, sourceKind: 'business', contact: 'kept-apart@kazehaya.example' },
    text: {
      ...bands,
      ...{ item: 'part', region: 'east-asia', quarter: '2026-Q3', stoppedBy: 'person' },
      happened:
        'Two suppliers of a small seal were thought to be independent. A buyer who visited one of them saw the other’s boxes in the yard: both bought the same rubber from one mixer. A week later the mixer stopped for repairs. Because of the visit some seals had been ordered early.',
      nearly: 'Both sources would have dried up in the same week, and the line for pumps would have stood still.',
      noticed: 'A buyer saw boxes in a yard and asked.',
      changed: 'Both suppliers are asked each year where their rubber comes from.',
      monday: 'Ask your second source what it buys, and from whom.',
    },
  },
  {
    ...{ daysAgo: 2, sourceKind: 'research', contact: 'also-apart@kazehaya.example' },
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
  },
];
