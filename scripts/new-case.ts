import { contentFolder } from '#catalogue/read/content-folder.ts';
import { isCaseSlug, layOutCase } from './new-case/lay-out-case.ts';
import { runCommand } from './run-command.ts';
import { UsageError } from './usage-error.ts';

const usage = 'npm run new-case -- SLUG     for example: npm run new-case -- suez-grounding-2021';

await runCommand(async () => {
  const [slug, ...more] = process.argv.slice(2);
  if (!slug || more.length > 0) throw new UsageError('Name the new case, in one word.', usage);
  if (!isCaseSlug(slug)) {
    throw new UsageError(`"${slug}" cannot name a case: use lower-case words and the year, joined by hyphens.`, usage);
  }
  const folder = layOutCase(contentFolder, slug);
  console.log(`${folder} is ready. Write sources.yaml, index.mdx, questions.yaml and mail.yaml, in this order,`);
  console.log(`as docs/writing-a-case.md shows, and ask at any time what is missing: npm run check-content ${slug}`);
});
