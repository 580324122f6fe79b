import { type Trouble, troubles } from '#core/delivery/judge-reply.ts';
import { type MessageState, messageStates } from '#core/delivery/message-state.ts';
import { type MailPause, pauseReasons } from '#server/outbox/mail-pause.ts';

type Figures = {
  states: ReadonlyMap<MessageState, number>;
  /** Why no mail goes out, if none does. */
  trouble: Trouble | null;
  /** Why nothing is planned or sent, while an operator has not resumed it. */
  paused: MailPause['why'] | null;
  people: number;
  answers: number;
};

type Metric = { name: string; help: string; samples: readonly (readonly [labels: string, value: number])[] };

/** All of them are gauges: even answers become fewer when somebody is erased, and a counter may not fall. */
function metrics({ states, trouble, paused, people, answers }: Figures): Metric[] {
  return [
    {
      name: 'nodomoto_messages',
      help: 'Messages by state.',
      samples: messageStates.map((state) => [`{state="${state}"}`, states.get(state) ?? 0]),
    },
    {
      name: 'nodomoto_mail_breaker_open',
      help: 'Whether no mail goes out, by trouble.',
      samples: troubles.map((each) => [`{trouble="${each}"}`, each === trouble ? 1 : 0]),
    },
    {
      name: 'nodomoto_mail_paused',
      help: 'Whether mail is paused because the store was restored or copied.',
      samples: pauseReasons.map((each) => [`{why="${each}"}`, each === paused ? 1 : 0]),
    },
    { name: 'nodomoto_people', help: 'People in the store.', samples: [['', people]] },
    { name: 'nodomoto_answers', help: 'Answers in the store.', samples: [['', answers]] },
  ];
}

/** The figures as Prometheus reads them (exposition format 0.0.4). */
export function metricsText(figures: Figures): string {
  const lines = metrics(figures).flatMap(({ name, help, samples }) => [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} gauge`,
    ...samples.map(([labels, value]) => `${name}${labels} ${value}`),
  ]);
  return `${lines.join('\n')}\n`;
}
