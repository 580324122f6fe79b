import type { BoardStep, ItemStepId, ItemSteps, StepId } from './steps.ts';
import { itemStepIds } from './steps.ts';

/** What a step must have before the test can be finished, by the field that lacks it. `place` is that of the item. */
export type Lacking = { step: StepId; place: number | null; field: string };

/** Everything that still stands open, in the order of the steps. A test with none can be finished. Pure. */
export function lackingIn(items: readonly { place: number; said: ItemSteps }[], board: BoardStep): Lacking[] {
  const ofItems = itemStepIds.flatMap((step) =>
    items.flatMap(({ place, said }) => openFields[step](said).map((field) => ({ step, place, field }))),
  );
  const ofBoard = (['position', 'decision', 'prepared'] as const)
    .filter((field) => board[field] === '')
    .map((field) => ({ step: 'board' as const, place: null, field }));
  return [...ofItems, ...ofBoard];
}

/** A supplier who did not answer is no excuse: Article 24 then asks for what is public. */
const openFields: Readonly<Record<ItemStepId, (said: ItemSteps) => string[]>> = {
  map: ({ map }) => {
    const open = map.processed === '' && map.mined === '' ? ['processed'] : [];
    if (map.answered === '') return [...open, 'answered'];
    return map.answered !== 'yes' && map.source === '' ? [...open, 'source'] : open;
  },
  factors: ({ factors }) => (factors.which.length === 0 && factors.why === '' ? ['which'] : []),
  vulnerability: ({ vulnerability }) => (vulnerability.verdict === '' ? ['verdict'] : []),
  mitigate: ({ vulnerability, mitigate }) => {
    if (vulnerability.verdict !== 'significant') return [];
    if (mitigate.which.length === 0) return ['which'];
    if (mitigate.which.every((measure) => measure === 'accept')) return mitigate.what === '' ? ['what'] : [];
    return (['owner', 'by', 'cost', 'opportunity'] as const).filter((field) => mitigate[field] === '');
  },
};
