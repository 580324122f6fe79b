import type { BriefFacts } from '../facts.ts';
import { anInput, missing, type Reading, shareOf } from '../reading.ts';

/**
 * 13. Right answers ÷ answers to questions that came at least 14 days after the same person had met the lesson last; beside it, mails answered ÷ mails
 * that went out. Both of the quarter.
 */
export function recall({ recall: counts }: BriefFacts): Reading {
  if (!counts) return missing({ what: 'recall', names: [] });
  const { asked, recalled, sent, answered } = counts;
  return {
    value: shareOf(recalled, asked),
    beside: shareOf(answered, sent),
    inputs: [
      anInput('count', 'recalled', { value: recalled, of: asked }),
      anInput('count', 'answered', { value: answered, of: sent }),
    ],
    lacking: asked === 0 ? [{ what: 'recall', names: [] }] : [],
  };
}
