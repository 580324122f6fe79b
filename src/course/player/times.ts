/** Times as each edition writes them; a platform refuses those of another. Lengths are in milliseconds. */

const two = (value: number) => String(value).padStart(2, '0');

/** SCORM 1.2: `00:01:33.55`. */
export function timespan12(ms: number): string {
  const hundredths = Math.max(0, Math.round(ms / 10));
  const seconds = Math.floor(hundredths / 100);
  const hours = Math.min(9999, Math.floor(seconds / 3600));
  return `${two(hours)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${two(hundredths % 100)}`;
}

/** SCORM 1.2 knows no dates in interactions: the time of day here, `09:30:05`. */
export function timeOfDay12(at: Date): string {
  return [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(':');
}

/** SCORM 2004 and xAPI: `PT93.55S`, two decimals at most. */
export function duration(ms: number): string {
  return `PT${Math.max(0, Math.round(ms / 10)) / 100}S`;
}

/** SCORM 2004: `2026-11-30T09:30:00.00Z`. A zone asks for a fraction, and a fraction has two decimals at most. */
export function timestamp2004(at: Date): string {
  return `${at.toISOString().slice(0, 22)}Z`;
}

/** xAPI: `2026-11-30T09:30:00.000Z`. */
export function timestampXapi(at: Date): string {
  return at.toISOString();
}
