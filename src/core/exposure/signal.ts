import type { CaseTraits } from './relevance.ts';

/** What a signal can be about: one lesson, or a word that cases share. */
export const signalTopics = ['lesson', 'input', 'route', 'country', 'hazard'] as const;

export type SignalTopic = (typeof signalTopics)[number];

/** A trainer's push because of news, while it lasts. */
export type Signal = { id: number; topic: SignalTopic; word: string };

/** Whether a case taught by `lessonId` is what the signal is about. */
export function isSignalled(signal: Signal, lessonId: string, traits: CaseTraits): boolean {
  switch (signal.topic) {
    case 'lesson':
      return signal.word === lessonId;
    case 'input':
      return traits.inputs.includes(signal.word);
    case 'route':
      return traits.routes.includes(signal.word);
    case 'country':
      return traits.countries.includes(signal.word);
    case 'hazard':
      return traits.hazards.includes(signal.word);
  }
}
