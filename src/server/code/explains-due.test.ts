import { expect, test } from 'vitest';
import type { StatementState } from '#core/code/statement.ts';
import type { Db } from '#server/database/open-database.ts';
import { aStore } from '#testing/a-database.ts';
import { readExplainsDue } from './explains-due.ts';

const now = Date.parse('2026-11-30T08:00:00Z');
const reason =
  'The supplier of the second source was bought by the first in June; until another is qualified we hold ninety days of stock.';

async function say(db: Db, year: number, principle: number, state: StatementState, text: string, due: string | null) {
  await db
    .insertInto('code_statement')
    .values({
      ...{ organisation: 'works', year, principle, state, text, due_on: due },
      ...{ owner_function: 'Purchasing', version: 1, changed_by: 'head@works.example', changed_at: now },
    })
    .execute();
}

test('the brief reads all twelve principles: what is missing, what is flagged by name, and what is overdue', async () => {
  const db = await aStore();
  await db
    .insertInto('code_organisation')
    .values({
      slug: 'works',
      name: 'Works',
      language: 'en',
      public: 0,
      changed_by: 'head@works.example',
      changed_at: 0,
    })
    .execute();
  await say(db, 2025, 5, 'explain', reason, null);
  await say(db, 2026, 5, 'explain', reason, '2027-03-31');
  await say(db, 2026, 6, 'explain', 'No room.', '2026-10-01');
  await say(db, 2026, 7, 'comply', 'Listed in May.', '2026-10-01');
  await say(db, 2026, 8, 'not-yet', 'Two of five routes are closed.', '2026-11-30');
  const due = await readExplainsDue(db, 'works', 2026, '2026-11-30');
  expect(due).toHaveLength(12);
  expect(due.slice(4, 9)).toEqual([
    { principle: 5, state: 'explain', flags: ['unchanged'], sameAs: [], dueOn: '2027-03-31' },
    { principle: 6, state: 'explain', flags: ['short', 'overdue'], sameAs: [], dueOn: '2026-10-01' },
    { principle: 7, state: 'comply', flags: [], sameAs: [], dueOn: '2026-10-01' },
    { principle: 8, state: 'not-yet', flags: [], sameAs: [], dueOn: '2026-11-30' },
    { principle: 9, state: 'missing', flags: [], sameAs: [], dueOn: null },
  ]);
  expect((await readExplainsDue(db, 'elsewhere', 2026, '2026-11-30')).every(({ state }) => state === 'missing')).toBe(
    true,
  );
});
