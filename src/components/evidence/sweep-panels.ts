import { scalePoint } from 'd3-scale';
import type { EvidenceReport, Sweep } from '#core/evidence/evidence-report.ts';
import type { PolicyId, WorldId } from '#core/evidence/names.ts';
import { isOurs, type Measure, ourRule } from './among-results.ts';
import { upwards } from './trade-offs.ts';

export type Assumption = Sweep['assumption'];

export type SweepLine = { policy: PolicyId; ours: boolean; points: string; end: number; labelY: number };

export type SweepPanel = {
  assumption: Assumption;
  world: WorldId;
  ticks: { x: number; value: number }[];
  lines: SweepLine[];
};

/** Labels at the ends of lines stand at least this far apart, in per cent of the plot's height. */
const labelGap = 9;

/** One panel for each assumption in each world: how a measure changes with it, under our rule and under the others. The values stand at equal steps. */
export function sweepPanels({ sweeps }: Pick<EvidenceReport, 'sweeps'>, measure: Measure): SweepPanel[] {
  const groups = [...Map.groupBy(sweeps, ({ assumption, world }) => `${assumption} ${world}`).values()];
  return groups.flatMap((entries) => {
    const [first] = entries;
    if (!first) return [];
    const values = [...new Set(entries.map(({ value }) => value))].toSorted((a, b) => a - b);
    const scale = scalePoint(values, [0, 100]);
    const across = (value: number) => Math.round(scale(value) ?? 0);
    const shown = [...new Set(entries.map(({ policy }) => policy))].filter(
      (policy) => !isOurs(policy) || policy === ourRule[measure],
    );
    const lines = shown.map((policy) => {
      const points = entries
        .filter((entry) => entry.policy === policy)
        .toSorted((a, b) => a.value - b.value)
        .map((entry) => ({ x: across(entry.value), y: upwards(entry[measure].mean) }));
      return {
        policy,
        ours: isOurs(policy),
        points: points.map(({ x, y }) => `${x},${y}`).join(' '),
        end: points.at(-1)?.y ?? 100,
      };
    });
    const labels = spread(
      lines.map(({ end }) => end),
      labelGap,
    );
    return [
      {
        assumption: first.assumption,
        world: first.world,
        ticks: values.map((value) => ({ value, x: across(value) })),
        lines: lines.map((line, index) => ({ ...line, labelY: labels[index] ?? line.end })),
      },
    ];
  });
}

/** Moves places apart, as little as may be, until none is nearer to its neighbour than `gap`; their order stays. */
export function spread(places: readonly number[], gap: number): number[] {
  const order = [...places.keys()].toSorted((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  const blocks: { sum: number; members: number[] }[] = [];
  const startOf = ({ sum, members }: { sum: number; members: number[] }) =>
    sum / members.length - ((members.length - 1) * gap) / 2;
  for (const index of order) {
    let block = { sum: places[index] ?? 0, members: [index] };
    for (let above = blocks.at(-1); above; above = blocks.at(-1)) {
      if (startOf(block) - startOf(above) >= above.members.length * gap) break;
      blocks.pop();
      block = { sum: above.sum + block.sum, members: [...above.members, ...block.members] };
    }
    blocks.push(block);
  }
  const apart = new Array<number>(places.length).fill(0);
  for (const block of blocks)
    block.members.forEach((index, place) => {
      apart[index] = Math.round((startOf(block) + place * gap) * 10) / 10;
    });
  return apart;
}

/** Of all changed assumptions in all worlds: how many there are, and in how many our rule comes out above every other. */
export function ordersKept(
  { sweeps }: Pick<EvidenceReport, 'sweeps'>,
  measure: Measure,
): { all: number; kept: number } {
  const cases = [...Map.groupBy(sweeps, (entry) => `${entry.assumption} ${entry.value} ${entry.world}`).values()];
  const kept = cases.filter((entries) => {
    const ours = entries.find(({ policy }) => policy === ourRule[measure])?.[measure].mean ?? 0;
    return entries.every((entry) => isOurs(entry.policy) || entry[measure].mean <= ours);
  });
  return { all: cases.length, kept: kept.length };
}
