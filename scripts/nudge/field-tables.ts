import { allowedBelow, type FieldTable } from '#simulation/field/field-report.ts';
import { fieldWorlds } from '#simulation/field/worlds/field-worlds.ts';
import { drawnTable, type Style } from './drawn-table.ts';

const measureNames = { teamMemory: 'team memory', recall: 'recall' } as const;

/** The field trial as tables to read, the goals first; every figure is simulated. */
export function fieldTables(tables: readonly FieldTable[], style: Style): string {
  const goals = {
    title: `Goal: at least the best simple rule less ${allowedBelow}, in every world, weekly and monthly`,
    head: ['world', 'pace', 'measure', 'best simple rule', 'Nodomoto less it', ''],
    rows: tables.flatMap(({ world, pace, goals }) =>
      goals.map(({ measure, best, difference, met }) => [
        fieldWorlds[world].name,
        pace,
        measureNames[measure],
        best,
        difference.toFixed(3),
        met ? 'met' : 'MISSED',
      ]),
    ),
  };
  const results = tables.map(({ world, pace, rows }) => ({
    title: `${fieldWorlds[world].name}; ${pace}`,
    head: ['rule', 'recall', 'team memory', 'mails a week', 'steps', 'share of the clairvoyant: recall', 'team memory'],
    rows: rows.map((row) => [
      row.rule,
      row.recall.toFixed(3),
      row.teamMemory.toFixed(3),
      row.mailsPerPersonWeek.toFixed(3),
      row.steps.toFixed(3),
      row.recallShare.toFixed(2),
      row.teamMemoryShare.toFixed(2),
    ]),
  }));
  return [goals, ...results].map((table) => drawnTable(table, style)).join('\n\n');
}
