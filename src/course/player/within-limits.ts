/** Longest texts, in characters, as the specifications have them. Players hold few of these limits, and platforms cut or refuse. */
export const limits = {
  'scorm-1.2': { suspendData: 4096, text: 255 },
  'scorm-2004': { suspendData: 64_000, text: 250 },
} as const;

/** The text, shortened where it may be; without half of a pair at the end. */
export function cutTo(most: number, text: string): string {
  return text.length <= most ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}
