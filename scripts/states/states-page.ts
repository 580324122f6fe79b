import { type MessageState, type Mover, messageStates, stateChart } from '#core/delivery/state-chart.ts';
import { markdownTable } from '../markdown-table.ts';

const heading = `# States of a message

Written by \`npm run states\` from [the chart](../src/core/delivery/state-chart.ts), and checked by a test.
`;

/** Who takes a step, as it is told. */
const movers: Record<Mover, string> = {
  round: 'the round of sending',
  worker: 'the worker that has it',
  recovery: 'a later round, for a worker that is gone',
  withdrawal: 'whoever takes mail back',
  operator: 'the operator (`npm run nudge -- held`)',
  reports: 'the reader of reports',
};

type Walk = { from: MessageState; to: MessageState; who: readonly Mover[]; why: string };

const walks: Walk[] = messageStates.flatMap((from) =>
  messageStates.flatMap((to) => {
    const step = stateChart[from].steps[to];
    return step ? [{ from, to, ...step }] : [];
  }),
);

/** The text of docs/delivery-states.md: the drawing, the states, the steps. */
export function statesPage(): string {
  return [heading, drawing(), '## States', '', statesTable(), '', '## Steps', '', stepsTable(), ''].join('\n');
}

function drawing(): string {
  const starts = '  [*] --> planned';
  const ends = messageStates.filter((state) => stateChart[state].final).map((state) => `  ${state} --> [*]`);
  const arrows = walks.map(({ from, to }) => `  ${from} --> ${to}`);
  return ['```mermaid', 'stateDiagram-v2', starts, ...arrows, ...ends, '```', ''].join('\n');
}

function statesTable(): string {
  const rows = messageStates.map((state) => {
    const { means, final } = stateChart[state];
    return [`\`${state}\``, means, final ? 'yes' : ''];
  });
  return markdownTable(['State', 'Means', 'Final'], rows);
}

function stepsTable(): string {
  const rows = walks.map(({ from, to, who, why }) => [
    `\`${from}\``,
    `\`${to}\``,
    why,
    who.map((mover) => movers[mover]).join('; '),
  ]);
  return markdownTable(['From', 'To', 'Because', 'Taken by'], rows);
}
