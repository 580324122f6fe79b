import type { Estimate, EvidenceReport, PolicyResult } from '#core/evidence/evidence-report.ts';
import { policyNames, settingNames, worldNames } from '#core/evidence/names.ts';
import { drawnTable, type Style, type Table } from './drawn-table.ts';

/** The report as tables to read; every figure is simulated. */
export function evidenceTables(report: EvidenceReport, style: Style): string {
  const tables = [goalsTable(report), ...resultTables(report), savingsTable(report), calibrationTable(report)];
  if (report.sweeps.length > 0) tables.push(sweepsTable(report));
  if (report.fatigue.length > 0) tables.push(fatigueTable(report));
  return tables.map((table) => drawnTable(table, style)).join('\n\n');
}

function goalsTable({ goals }: EvidenceReport): Table {
  return {
    title: 'Goals, each in its worst world',
    head: ['goal', 'target', 'measured', '', 'world'],
    rows: goals.map((goal) => [
      goal.sentence,
      String(goal.target),
      goal.measured.toFixed(3),
      goal.met ? 'met' : 'MISSED',
      goal.world ? worldNames[goal.world] : '',
    ]),
  };
}

function resultTables(report: EvidenceReport): Table[] {
  const groups = Map.groupBy(report.results, ({ setting, world }) => `${settingNames[setting]}; ${worldNames[world]}`);
  return [...groups].map(([title, results]) => ({
    title: `${title}. ${boundLine(report, results)}`,
    head: ['policy', 'share of attainable', 'recall', 'team memory', 'e-mails a week', 'worst tenth', 'quiet weeks'],
    rows: results.map((result) => [
      policyNames[result.policy],
      withInterval(result.share),
      withInterval(result.recall),
      withInterval(result.teamMemory),
      result.mailsPerPersonWeek.mean.toFixed(3),
      result.worstDecile.mean.toFixed(3),
      result.quietWeeks.mean.toFixed(2),
    ]),
  }));
}

function boundLine({ bounds }: EvidenceReport, [first]: readonly PolicyResult[]): string {
  const bound = bounds.find((entry) => entry.setting === first?.setting && entry.world === first.world);
  return bound ? `No policy passes ${withInterval(bound.recallBound)} (${bound.iterations} iterations)` : '';
}

function savingsTable({ savings }: EvidenceReport): Table {
  return {
    title: 'E-mails for the same memory, as a share of the baseline’s',
    head: ['setting; world', 'baseline', 'measure', 'e-mails'],
    rows: savings.map((saving) => [
      `${saving.setting}; ${saving.world}`,
      policyNames[saving.baseline],
      saving.measure === 'recall' ? 'recall' : 'team memory',
      saving.mails ? withInterval(saving.mails) : 'not reached',
    ]),
  };
}

function calibrationTable({ calibration }: EvidenceReport): Table {
  return {
    title: 'Predicted recall against answers, beside each person’s moving average',
    head: ['world', 'answers', 'log loss', 'of moving average', 'RMSE in bins', 'of moving average'],
    rows: calibration.map(({ world, answers, logLoss, rmseBins }) => [
      worldNames[world],
      String(answers),
      withInterval(logLoss.planner),
      withInterval(logLoss.movingAverage),
      withInterval(rmseBins.planner),
      withInterval(rmseBins.movingAverage),
    ]),
  };
}

function sweepsTable({ sweeps }: EvidenceReport): Table {
  return {
    title: 'One assumption changed, one e-mail a person a week',
    head: ['assumption', 'world', 'policy', 'recall', 'team memory'],
    rows: sweeps.map((sweep) => [
      `${sweep.assumption} ${sweep.value}`,
      sweep.world,
      policyNames[sweep.policy],
      withInterval(sweep.recall),
      withInterval(sweep.teamMemory),
    ]),
  };
}

function fatigueTable({ fatigue }: EvidenceReport): Table {
  return {
    title: 'When people unsubscribe the sooner, the more they get',
    head: ['world', 'policy', 'unsubscribed', 'e-mails a week', 'recall', 'team memory'],
    rows: fatigue.map((entry) => [
      entry.world,
      policyNames[entry.policy],
      withInterval(entry.unsubscribed),
      entry.mailsPerPersonWeek.mean.toFixed(3),
      withInterval(entry.recall),
      withInterval(entry.teamMemory),
    ]),
  };
}

function withInterval({ mean, low, high }: Estimate): string {
  return low === high ? mean.toFixed(4) : `${mean.toFixed(4)} [${low.toFixed(4)}, ${high.toFixed(4)}]`;
}
