import { wordsIn } from '#i18n/words.ts';
import { wrap } from '#server/mail/wrap.ts';
import { statusMarks, type ToldBrief, type ToldList } from '../told/told-brief.ts';

/** The brief as plain text, for a terminal. */
export function briefText(told: ToldBrief): string {
  const t = wordsIn(told.language).brief;
  const underlined = (title: string) => `${title}\n${'-'.repeat(Math.max(8, title.length))}`;
  const list = ({ title, lines, none }: ToldList) =>
    lines.length > 0 || none !== ''
      ? [[underlined(title), ...(lines.length > 0 ? lines : [none]).map((line) => wrap(`- ${line}`))].join('\n')]
      : [];
  return [
    [underlined(told.title), wrap(told.dateline)].join('\n'),
    [underlined(told.positionTitle), wrap(told.position), ...(told.changes ? [wrap(told.changes)] : [])].join('\n'),
    ...told.headings.map(({ title, indicators }) =>
      [
        underlined(title),
        ...indicators.map((entry) =>
          [
            `${statusMarks[entry.status]} ${entry.number}. ${entry.name}: ${entry.now} (${entry.statusWord}; ${t.columns.before.toLowerCase()} ${entry.before})`,
            ...(entry.note === '' ? [] : [`   ! ${entry.note}`]),
            `   ${entry.formula} [${entry.thresholds}]`,
            ...entry.inputs.map((line) => `   · ${line}`),
            ...entry.lacking.map((line) => `   ? ${line}`),
          ].join('\n'),
        ),
      ].join('\n'),
    ),
    [
      underlined(told.casesTitle),
      ...(told.cases.length === 0 ? [told.noCases] : []),
      ...told.cases.map(({ title, happened, same, cost }) =>
        [
          title,
          wrap(`${t.cases.happened}: ${happened}`),
          wrap(`${t.cases.same}: ${same}`),
          wrap(`${t.cases.cost}: ${cost}`),
        ].join('\n'),
      ),
    ].join('\n\n'),
    [
      underlined(told.decisionsTitle),
      ...(told.decisions.length === 0 ? [told.noDecisions] : []),
      ...told.decisions.map(({ ask, parts }) =>
        [ask, ...parts.map(({ term, text }) => wrap(`   ${term}: ${text}`))].join('\n'),
      ),
    ].join('\n'),
    ...list(told.settled),
    ...list(told.scenarios),
    ...list(told.explains),
    ...list(told.nearMisses),
    told.foot.map((line) => wrap(line)).join('\n'),
  ].join('\n\n');
}
