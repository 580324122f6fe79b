import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export type Violation = { id: string; help: string; nodes: string[] };

declare global {
  interface Window {
    axe: {
      run: (
        root: Document,
        options: object,
      ) => Promise<{ violations: { id: string; help: string; nodes: { html: string }[] }[] }>;
    };
  }
}

/** axe inside the page, with all its rules: WCAG 2.2 A and AA, and its best practices. */
export async function violationsOn(page: Page, without: readonly string[] = []): Promise<Violation[]> {
  await page.evaluate(axeSource);
  return page.evaluate(
    async (off) => {
      const rules = Object.fromEntries(off.map((rule) => [rule, { enabled: false }]));
      const { violations } = await window.axe.run(document, { resultTypes: ['violations'], rules });
      return violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map((node) => node.html).slice(0, 3) }));
    },
    [...without],
  );
}
