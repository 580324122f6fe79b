import { type FieldEvidence, type FieldTable, fieldRuleNames, fieldWorldNames } from '#core/evidence/field-evidence.ts';
import { drawnTable, type Style, type Table } from './drawn-table.ts';

const measureNames = { teamMemory: 'team memory', recall: 'recall' } as const;

/** The field trial as tables to read, the goals first; every figure is simulated. */
export function fieldTables(report: FieldEvidence, style: Style): string {
  return [goalsTable(report), ...report.tables.map(resultsTable)].map((table) => drawnTable(table, style)).join('\n\n');
}

function goalsTable({ tables, allowedBelow }: FieldEvidence): Table {
  return {
    title: `Goal: at least the best simple rule less ${allowedBelow}, in every world, weekly and monthly`,
    head: ['world', 'pace', 'measure', 'best simple rule', 'Nodomoto less it', ''],
    rows: tables.flatMap(({ world, pace, goals }) =>
      goals.map(({ measure, best, difference, met }) => [
        fieldWorldNames[world],
        pace,
        measureNames[measure],
        fieldRuleNames[best],
        difference.toFixed(3),
        met ? 'met' : 'MISSED',
      ]),
    ),
  };
}

function resultsTable({ world, pace, rows }: FieldTable): Table {
  return {
    title: `${fieldWorldNames[world]}; ${pace}`,
    head: ['rule', 'recall', 'team memory', 'mails a week', 'steps', 'share of the clairvoyant: recall', 'team memory'],
    rows: rows.map((row) => [
      fieldRuleNames[row.rule],
      row.recall.toFixed(3),
      row.teamMemory.toFixed(3),
      row.mailsPerPersonWeek.toFixed(3),
      row.steps.toFixed(3),
      row.recallShare.toFixed(2),
      row.teamMemoryShare.toFixed(2),
    ]),
  };
}
