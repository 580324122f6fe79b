import { inLanguage } from '#catalogue/addresses.ts';
import { wordsIn } from '#i18n/words.ts';
import type { ToldBrief, ToldCase, ToldDecision, ToldList } from '../told/told-brief.ts';
import type { ToldIndicator } from '../told/told-indicator.ts';
import { type HtmlText, html, noHtml } from './html-text.ts';

/** The brief as the inside of a page: two sheets, the tables first. `siteUrl` is put before links, for a file of its own. */
export function briefHtml(told: ToldBrief, siteUrl: string): HtmlText {
  const t = wordsIn(told.language).brief;
  return html`<article class="brief" lang="${told.language}">
<section class="side first">
<header><h1>${told.title}</h1><p class="dateline">${told.dateline}</p></header>
<div class="position"><h2>${told.positionTitle}</h2><p class="said">${told.position}</p>${told.changes ? html`<p class="changes">${told.changes}</p>` : noHtml}</div>
<div class="blocks">${told.headings.map(
    ({ title, indicators }) => html`<section class="block"><h2>${title}</h2>
<table><thead><tr><th scope="col">${t.columns.indicator}</th><th scope="col" class="figure">${t.columns.now}</th><th scope="col" class="figure">${t.columns.before}</th><th scope="col">${t.columns.status}</th></tr></thead>
<tbody>${indicators.map((entry) => indicatorRow(entry, told))}</tbody></table></section>`,
  )}</div>
</section>
<section class="side second">
<section><h2>${told.casesTitle}</h2>${told.cases.length === 0 ? html`<p>${told.noCases}</p>` : html`<div class="cases">${told.cases.map((entry) => caseBlock(entry, told, siteUrl))}</div>`}</section>
<section class="decisions"><h2>${told.decisionsTitle}</h2>${told.decisions.length === 0 ? html`<p>${told.noDecisions}</p>` : html`<ol>${told.decisions.map(decisionItem)}</ol>`}</section>
<div class="rest">${[told.settled, told.scenarios, told.explains, told.nearMisses].map(listBlock)}</div>
<footer>${told.foot.map((line) => html`<p>${line}</p>`)}</footer>
</section>
</article>`;
}

function indicatorRow(entry: ToldIndicator, { language }: ToldBrief): HtmlText {
  const t = wordsIn(language).brief;
  const lines = (some: readonly string[]) => html`<ul>${some.map((line) => html`<li>${line}</li>`)}</ul>`;
  return html`<tr class="${entry.status}" id="indicator-${entry.number}">
<th scope="row"><span class="number">${entry.number}</span> <details><summary><span class="name">${entry.name}</span><span class="unseen">: ${t.inputsOf}</span></summary><div class="opened">
<p><b>${t.formula}</b> ${entry.formula}</p><p><b>${t.columns.thresholds}</b> ${entry.thresholds}</p>${entry.inputs.length > 0 ? html`<p><b>${t.inputs}</b></p>${lines(entry.inputs)}` : noHtml}${entry.lacking.length > 0 ? html`<p><b>${t.lackingTitle}</b></p>${lines(entry.lacking)}` : noHtml}</div></details>${entry.note ? html`<p class="note">${entry.note}</p>` : noHtml}</th>
<td class="figure now">${entry.now}</td><td class="figure before">${entry.before}</td>
<td class="status"><span class="mark" aria-hidden="true"></span> ${entry.statusWord}</td></tr>`;
}

function caseBlock({ caseId, title, happened, same, cost }: ToldCase, { language }: ToldBrief, siteUrl: string) {
  const { cases } = wordsIn(language).brief;
  const link = `${siteUrl}${inLanguage(`/cases/${caseId}/`, language)}`;
  return html`<section class="case"><h3><a href="${link}">${title}</a></h3><dl>
<dt>${cases.happened}</dt><dd>${happened}</dd><dt>${cases.same}</dt><dd>${same}</dd><dt>${cases.cost}</dt><dd>${cost}</dd></dl></section>`;
}

function decisionItem({ ask, parts }: ToldDecision): HtmlText {
  return html`<li><h3>${ask}</h3><dl>${parts.map(({ term, text }) => html`<div><dt>${term}</dt><dd>${text}</dd></div>`)}</dl></li>`;
}

function listBlock({ title, lines, none }: ToldList): HtmlText {
  if (lines.length === 0 && none === '') return noHtml;
  return html`<section><h2>${title}</h2>${lines.length > 0 ? html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>` : html`<p class="none">${none}</p>`}</section>`;
}
