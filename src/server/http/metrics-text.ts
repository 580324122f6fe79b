import { type Trouble, troubles } from '#core/delivery/judge-reply.ts';
import { type MessageState, messageStates } from '#core/delivery/message-state.ts';
import { deferrals, type MailTally, refusals } from '#server/log/tally-mail.ts';
import { type MailPause, pauseReasons } from '#server/outbox/mail-pause.ts';

export type Figures = {
  states: ReadonlyMap<MessageState, number>;
  /** Why no mail goes out, if none does. */
  trouble: Trouble | null;
  /** Why nothing is planned or sent, while an operator has not resumed it. */
  paused: MailPause['why'] | null;
  mails: MailTally;
  /** When a minute's work was last begun, in epoch milliseconds. */
  lastTick: number | null;
  oldestDueMs: number;
  people: number;
  answers: number;
};

type Metric = {
  name: string;
  type: 'gauge' | 'counter';
  help: string;
  samples: readonly (readonly [labels: string, value: number])[];
};

/** What the store holds is a gauge: even answers become fewer when somebody is erased, and a counter may not fall. */
function metrics(figures: Figures): Metric[] {
  return [...ofStore(figures), ...ofWork(figures), ...ofMails(figures.mails)];
}

function ofStore({ states, trouble, paused, people, answers }: Figures): Metric[] {
  return [
    {
      name: 'nodomoto_messages',
      type: 'gauge',
      help: 'Messages by state.',
      samples: messageStates.map((state) => [`{state="${state}"}`, states.get(state) ?? 0]),
    },
    {
      name: 'nodomoto_mail_breaker_open',
      type: 'gauge',
      help: 'Whether no mail goes out, by trouble.',
      samples: troubles.map((each) => [`{trouble="${each}"}`, each === trouble ? 1 : 0]),
    },
    {
      name: 'nodomoto_mail_paused',
      type: 'gauge',
      help: 'Whether mail is paused because the store was restored or copied.',
      samples: pauseReasons.map((each) => [`{why="${each}"}`, each === paused ? 1 : 0]),
    },
    { name: 'nodomoto_people', type: 'gauge', help: 'People in the store.', samples: [['', people]] },
    { name: 'nodomoto_answers', type: 'gauge', help: 'Answers in the store.', samples: [['', answers]] },
  ];
}

function ofWork({ lastTick, oldestDueMs }: Figures): Metric[] {
  return [
    {
      name: 'nodomoto_last_tick_timestamp_seconds',
      type: 'gauge',
      help: 'When anybody last began to plan and send, in seconds since 1970; nought when nobody ever did.',
      samples: [['', (lastTick ?? 0) / 1000]],
    },
    {
      name: 'nodomoto_oldest_due_mail_age_seconds',
      type: 'gauge',
      help: 'For how long the oldest mail that is due has been waiting; nought when none is due.',
      samples: [['', oldestDueMs / 1000]],
    },
  ];
}

/** These are of one process: where several send, each tells its own, and nought where another one sends. */
function ofMails({ accepted, deferred, failed, unknown }: MailTally): Metric[] {
  return [
    {
      name: 'nodomoto_mails_accepted_total',
      type: 'counter',
      help: 'Mails that the mail server took from this process since it started.',
      samples: [['', accepted]],
    },
    {
      name: 'nodomoto_mails_deferred_total',
      type: 'counter',
      help: 'Tries of this process that have to be made again, by trouble; itself is what concerned that mail alone.',
      samples: deferrals.map((trouble) => [`{trouble="${trouble}"}`, deferred[trouble]]),
    },
    {
      name: 'nodomoto_mails_failed_total',
      type: 'counter',
      help: 'Mails of this process that were refused for good, by what was refused.',
      samples: refusals.map((reason) => [`{reason="${reason}"}`, failed[reason]]),
    },
    {
      name: 'nodomoto_mails_unknown_total',
      type: 'counter',
      help: 'Tries of this process after which nobody knew whether the mail was taken.',
      samples: [['', unknown]],
    },
  ];
}

/** The figures as Prometheus reads them (exposition format 0.0.4). */
export function metricsText(figures: Figures): string {
  const lines = metrics(figures).flatMap(({ name, type, help, samples }) => [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} ${type}`,
    ...samples.map(([labels, value]) => `${name}${labels} ${value}`),
  ]);
  return `${lines.join('\n')}\n`;
}
