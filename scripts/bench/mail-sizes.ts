import { nudgeKinds } from '#core/planning/nudge-kinds.ts';
import { readTemplates } from '#server/mail/template-files.ts';

/** Sizes of the drawn mails, in UTF-8 bytes of HTML: the largest has to stay under Gmail's clip by far. */
export async function mailSizes(): Promise<string[]> {
  const entries = Object.entries(readTemplates('dist/mail'));
  return nudgeKinds.map((kind) => {
    const sizes = entries
      .filter(([key]) => key.includes(`:${kind}:`))
      .map(([, template]) => Buffer.byteLength(template.html));
    const sorted = sizes.sort((a, b) => a - b);
    const at = (share: number) => ((sorted[Math.floor((sorted.length - 1) * share)] ?? 0) / 1000).toFixed(1);
    return `${kind.padEnd(7)} ${sorted.length} mails, HTML median ${at(0.5)} kB, largest ${at(1)} kB`;
  });
}
