import type { Catalogue } from '#catalogue/catalogue.ts';
import type { Offered } from '#core/reports/judge-report.ts';
import type { Instant } from '#server/database/schema.ts';

/** How many quarters back a report may reach: three years, this quarter among them. */
const quartersOffered = 12;

/** What the form offers besides its own lists. Quarters are the newest first. */
export function offersOf({ vocabulary }: Catalogue, now: Instant): Offered {
  return {
    items: vocabulary.families.map(({ id }) => id),
    routes: vocabulary.routes.map(({ id }) => id),
    quarters: quartersUntil(now),
  };
}

function quartersUntil(now: Instant): string[] {
  const today = new Date(now);
  const newest = today.getUTCFullYear() * 4 + Math.floor(today.getUTCMonth() / 3);
  return Array.from({ length: quartersOffered }, (_, back) => {
    const at = newest - back;
    return `${Math.floor(at / 4)}-Q${(at % 4) + 1}`;
  });
}
