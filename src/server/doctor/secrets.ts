import { bitsIn } from '#server/setting-parts/secrets.ts';
import type { Settings } from '#server/settings.ts';
import { counted, good, note, type Verdict } from './finding.ts';

/** Bits, counted by its letters, that a secret of `openssl rand -hex 16` hardly ever falls short of. */
const usualBits = 100;

/** Whether what signs links can have been drawn by lot, and how many secrets are accepted. */
export function secretsSound({ secret, previousSecrets }: Pick<Settings, 'secret' | 'previousSecrets'>): Verdict {
  const before = previousSecrets.length;
  const accepted =
    before === 0 ? null : `One signs, ${counted(before, 'earlier one is', 'earlier ones are')} accepted.`;
  const weak = [...(secret === null ? [] : [secret]), ...previousSecrets].filter((text) => bitsIn(text) < usualBits);
  if (weak.length > 0)
    return note(
      `${weak.length === 1 ? 'A secret looks' : `${weak.length} secrets look`} as if somebody had made it up, and whoever guesses it can forge every link. Change it: npm run nudge -- new-secret, and docs/running.md says how.${accepted === null ? '' : ` ${accepted}`}`,
    );
  if (secret !== null && previousSecrets.includes(secret))
    return note('PREVIOUS_SECRETS holds SECRET itself: the change of keys is not done yet.');
  return good(accepted);
}
